"""What is due goes out; what cannot go out now is tried again later, what cannot go out at all has failed."""

from collections.abc import Callable

from services.outbox.letter import Unfit, letter
from services.outbox.outbox import Mail, Message, Outbox
from services.outbox.relay import NotSent, Relay, open_line
from workflows.kernel.moments import Moment

NOBODY = "This person has no mail address; give them one in the directory of people."


class Posting:
    """Sends what an outbox holds. `address_of` gives a person's mail address today, None where there is none; `quiet_until`
    says until when they want to hear nothing, None where they may be told now."""

    def __init__(
        self,
        outbox: Outbox,
        address_of: Callable[[str], str | None],
        quiet_until: Callable[[str], Moment | None] = lambda _: None,
    ) -> None:
        self._outbox = outbox
        self._address_of = address_of
        self._quiet_until = quiet_until

    def send(self) -> int:
        """Sends what is due, over one line. Says how many messages the mail server took."""
        mail, due = self._outbox.mail, [message for message in self._outbox.due() if not self._disturbs(message)]
        if mail is None or not due:
            return 0
        try:
            with open_line(mail.relay, mail.sender) as relay:
                return sum(self._sent(relay, mail, message) for message in due)
        except NotSent as error:
            for message in due:
                self._outbox.later(message, str(error))
            return 0

    def _disturbs(self, message: Message) -> bool:
        """Whether it waits for somebody's quiet hours to be over."""
        until = None if message.urgent else self._quiet_until(message.whom)
        if until is not None:
            self._outbox.rest(message, until)
        return until is not None

    def _sent(self, relay: Relay, mail: Mail, message: Message) -> bool:
        try:
            to = self._address(message.whom)
            now, invitation = self._outbox.now(), message.invitation
            said = letter(
                mail.sender, to, message.subject, message.body, key=message.key, at=now, invitation=invitation
            )
            relay.send(said)
        except Unfit as error:
            self._outbox.failed(message.key, str(error))
        except NotSent as error:
            if error.for_good:
                self._outbox.failed(message.key, str(error))
            else:
                self._outbox.later(message, str(error))
        else:
            self._outbox.sent(message.key)
            return True
        return False

    def _address(self, whom: str) -> str:
        found = whom if "@" in whom else self._address_of(whom)
        if not found:
            raise Unfit(NOBODY)
        return found
