"""How a hospital is reached from outside: its address, the proxy before it, and the sign-in the hospital has already."""

from urllib.parse import urlsplit

from msgspec import Struct

NEAR = ("localhost", "127.0.0.1", "[::1]")


class Sso(Struct, frozen=True):
    """The hospital's own OpenID provider. `by_mail`: a person whose address here is the verified one there is linked at
    the first sign-in; otherwise people link themselves."""

    issuer: str
    client: str
    secret: str
    by_mail: bool = False


class Front(Struct, frozen=True):
    """`address` as people type it (None: any host name is answered), `proxy` the address of the machine that ends the
    encryption and may say who asks."""

    address: str | None = None
    proxy: str | None = None
    sso: Sso | None = None

    @property
    def hosts(self) -> list[str] | None:
        """Host names that are answered; None for all."""
        return None if self.address is None else [urlsplit(self.address).hostname or "", *NEAR]
