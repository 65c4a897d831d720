"""The verifier's own AES-256-GCM: published vectors, and the library's over texts of every length."""

import random

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.evidence.verify import opens

PUBLISHED = [
    ("00" * 32, "00" * 12, "", "", "530f8afbc74536b9a963b4f1c4cb738b"),
    ("00" * 32, "00" * 12, "", "00" * 16, "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"),
    (
        "feffe9928665731c6d6a8f9467308308" * 2,
        "cafebabefacedbaddecaf888",
        "feedfacedeadbeeffeedfacedeadbeefabaddad2",
        """
        d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
        1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
        """,
        """
        522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa
        8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b
        """,
    ),
]
"""Of the specification of GCM, test cases 13, 14 and 16: key, nonce, place, text, cipher and tag."""


@pytest.mark.parametrize(("key", "nonce", "place", "text", "sealed"), PUBLISHED)
def test_published_vectors_open(key: str, nonce: str, place: str, text: str, sealed: str) -> None:
    assert opens(
        bytes.fromhex(key), bytes.fromhex(nonce) + bytes.fromhex(sealed), bytes.fromhex(place)
    ) == bytes.fromhex(text)


def test_what_the_library_seals_it_opens_and_nothing_else(full: bool) -> None:
    chance = random.Random(38)
    for number in range(2_000 if full else 100):
        key, nonce, place = chance.randbytes(32), chance.randbytes(12), chance.randbytes(number % 60)
        text = chance.randbytes(number % 80)
        sealed = bytearray(nonce + AESGCM(key).encrypt(nonce, text, place))
        assert opens(key, bytes(sealed), place) == text
        assert opens(key, bytes(sealed), place + b"x") is None
        sealed[chance.randrange(len(sealed))] ^= 1 << chance.randrange(8)
        assert opens(key, bytes(sealed), place) is None
