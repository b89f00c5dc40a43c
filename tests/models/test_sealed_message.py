"""Signatures and seals: what each shows, and what neither shows."""

from itertools import product

import pytest

from parley.errors import ParleyError
from parley.models.sealed_message import (
    WAYS,
    carry,
    demonstration_keys,
    open_seal,
    seal,
    sign,
    verify,
)

HOME, RIVAL, STRANGER = map(demonstration_keys, ("home", "rival", "stranger"))
ALL = list(product((False, True), repeat=3))


class TestSignature:
    def test_it_fits_these_words_and_this_writer_alone(self):
        mark, home = sign(b"locked", HOME), HOME.signing.public_key()
        assert len(mark) == 64
        assert verify(b"locked", mark, home)
        assert not verify(b"loaded", mark, home)
        assert not verify(b"locked", sign(b"locked", STRANGER), home)
        assert not verify(b"locked", mark[:-1] + bytes([mark[-1] ^ 1]), home)


class TestSeal:
    SEALED = seal(b"locked", RIVAL.opening.public_key())

    def test_its_receiver_alone_opens_it(self):
        assert b"locked" not in self.SEALED
        assert open_seal(self.SEALED, RIVAL) == b"locked"
        assert open_seal(self.SEALED, STRANGER) is None

    @pytest.mark.parametrize("place", range(len(SEALED)))
    def test_any_changed_byte_spoils_it(self, place):
        changed = bytearray(self.SEALED)
        changed[place] ^= 1
        assert open_seal(bytes(changed), RIVAL) is None

    @pytest.mark.parametrize("sealed", [b"", SEALED[:31], SEALED[:40], bytes(64)])
    def test_what_is_cut_or_no_letter_at_all_does_not_open(self, sealed):
        assert open_seal(sealed, RIVAL) is None

    def test_two_messages_share_no_key(self):
        other = seal(b"loaded", RIVAL.opening.public_key())
        assert other[:32] != self.SEALED[:32]

    def test_it_is_the_same_on_every_machine(self):
        assert self.SEALED.hex()[-8:] == "d0ef5c55"


class TestOnTheWay:
    @pytest.mark.parametrize(("signed", "sealed", "numbered"), ALL)
    def test_what_is_left_alone_is_believed(self, signed, sealed, numbered):
        for way in ("as sent", "read"):
            found = carry(way, signed, sealed, numbered)
            assert (found.text, found.believed) == ("Our launchers are locked.", True)

    @pytest.mark.parametrize(("signed", "sealed", "numbered"), ALL)
    def test_who_is_deceived(self, signed, sealed, numbered):
        believed = {way: carry(way, signed, sealed, numbered).believed for way in WAYS[2:5]}
        assert believed == {
            "changed": not signed and not sealed,
            "faked": not signed,
            "sent again": not numbered or not (signed or sealed),
        }

    @pytest.mark.parametrize(("signed", "sealed", "numbered"), ALL)
    def test_nothing_shows_what_was_held_back(self, signed, sealed, numbered):
        found = carry("held back", signed, sealed, numbered)
        assert found == (b"", "", 0, None, None, None, False)

    @pytest.mark.parametrize(("signed", "numbered"), list(product((False, True), repeat=2)))
    @pytest.mark.parametrize("way", WAYS[:3])
    def test_the_seal_alone_hides(self, way, signed, numbered):
        assert b"launchers" in carry(way, signed, False, numbered).wire
        assert b"launchers" not in carry(way, signed, True, numbered).wire

    def test_another_way_is_refused(self):
        with pytest.raises(ParleyError, match="The way is one of as sent, read, changed, faked"):
            carry("lost", True, True, True)
