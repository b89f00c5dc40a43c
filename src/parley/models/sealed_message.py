"""Signed and sealed messages, and what five kinds of mischief on the way do to them.

A signature shows who wrote a message, and that no word was changed.  A seal lets one receiver
alone read it.  Neither shows that it is new: for this a message has a number, which the receiver
compares with the last one.

The keys come from a fixed word, so that every run gives the same bytes.  They are for
demonstration, and never to be used in life: everybody can reckon them.
"""

from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from parley.errors import ParleyError

__all__ = [
    "WAYS",
    "Arrival",
    "Keys",
    "carry",
    "demonstration_keys",
    "open_seal",
    "seal",
    "sign",
    "verify",
]

WAYS = ("as sent", "read", "changed", "faked", "sent again", "held back")
"""What can happen on the way."""

WRITTEN, CHANGED = "Our launchers are locked.", "Our launchers are loaded."
OLD = "Test launch today at noon."
LAST, NEXT, OLD_NUMBER = 7, 8, 3
"""The last number that the receiver has seen, the next one, and that of an old message."""

_SEED = b"Parley, for demonstration only, never to be used in life: "
_SIGNATURE, _KEY = 64, 32  # bytes


class Keys(NamedTuple):
    """The two private keys of one person: to sign, and to open what was sealed for them."""

    signing: Ed25519PrivateKey
    opening: X25519PrivateKey


class Arrival(NamedTuple):
    """What came of a message.

    Parameters
    ----------
    wire : bytes
        What a stranger sees on the way; empty if nothing goes on.
    text : str
        What the receiver reads; empty if nothing arrived, or if the seal does not open.
    number : int
        The number on it, 0 without a text.
    opens, fits, new : bool or None
        Whether the seal opens, the signature fits and the number is new; None if not checked.
    believed : bool
        Whether it arrived and no check failed.
    """

    wire: bytes
    text: str
    number: int
    opens: bool | None
    fits: bool | None
    new: bool | None
    believed: bool


def demonstration_keys(name: str) -> Keys:
    """Return the keys of a name, the same on every machine, so never to be used in life.

    Parameters
    ----------
    name : str
        Whose keys.

    Returns
    -------
    Keys
        Reckoned from the name, where true keys are drawn by chance.

    Examples
    --------
    >>> demonstration_keys("home").opening.public_key().public_bytes_raw().hex()[:8]
    '3315eb33'
    """
    return Keys(
        Ed25519PrivateKey.from_private_bytes(sha256(_SEED + b"sign " + name.encode()).digest()),
        X25519PrivateKey.from_private_bytes(sha256(_SEED + b"open " + name.encode()).digest()),
    )


def sign(message: bytes, keys: Keys) -> bytes:
    """Return the signature of a message, 64 bytes.

    Parameters
    ----------
    message : bytes
        What is signed.
    keys : Keys
        Of the one who signs.

    Returns
    -------
    bytes
        It goes with the message, which stays readable.

    References
    ----------
    Josefsson, S. and Liusvaara, I. (2017). Edwards-Curve Digital Signature Algorithm. RFC 8032.

    Examples
    --------
    >>> keys = demonstration_keys("home")
    >>> mark = sign(b"locked", keys)
    >>> verify(b"locked", mark, keys.signing.public_key())
    True
    >>> verify(b"loaded", mark, keys.signing.public_key())
    False
    """
    return keys.signing.sign(message)


def verify(message: bytes, signature: bytes, public: Ed25519PublicKey) -> bool:
    """Return whether a signature fits a message and the public key of its writer.

    Parameters
    ----------
    message, signature : bytes
        What arrived.
    public : Ed25519PublicKey
        The key that the receiver got before, by a way that can be trusted.

    Returns
    -------
    bool
        False if one bit of either was changed, or if another key signed.
    """
    try:
        public.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def seal(message: bytes, public: X25519PublicKey) -> bytes:
    """Return a message that the owner of one public key alone can read.

    Parameters
    ----------
    message : bytes
        What is sealed.
    public : X25519PublicKey
        Of the receiver.  Everybody has it, so everybody can seal.

    Returns
    -------
    bytes
        A public key for this message alone, then the message in cipher with its check.

    References
    ----------
    Langley, A., Hamburg, M. and Turner, S. (2016). Elliptic Curves for Security. RFC 7748.
    Nir, Y. and Langley, A. (2018). ChaCha20 and Poly1305 for IETF Protocols. RFC 8439.

    Examples
    --------
    >>> keys = demonstration_keys("rival")
    >>> hidden = seal(b"locked", keys.opening.public_key())
    >>> b"locked" in hidden, open_seal(hidden, keys)
    (False, b'locked')
    """
    drawn = sha256(_SEED + b"once " + public.public_bytes_raw() + message).digest()
    once = X25519PrivateKey.from_private_bytes(drawn)
    head = once.public_key().public_bytes_raw()
    return head + _cipher(once.exchange(public), head).encrypt(bytes(12), message, head)


def open_seal(sealed: bytes, keys: Keys) -> bytes | None:
    """Return what was sealed, or None if it was changed, cut or for somebody else.

    Parameters
    ----------
    sealed : bytes
        What arrived.
    keys : Keys
        Of the receiver.

    Returns
    -------
    bytes or None
        The message.
    """
    head, rest = sealed[:_KEY], sealed[_KEY:]
    try:
        shared = keys.opening.exchange(X25519PublicKey.from_public_bytes(head))
        return _cipher(shared, head).decrypt(bytes(12), rest, head)
    except (InvalidTag, ValueError):  # a head that is cut or no point of the curve
        return None


def carry(way: str, signed: bool, sealed: bool, numbered: bool) -> Arrival:
    """Return what comes of a message when a stranger has a hand in it.

    Parameters
    ----------
    way : str
        One of `WAYS`.
    signed, sealed : bool
        Whether the sender signs, and seals, each message.
    numbered : bool
        Whether the receiver refuses a number that is not higher than the last one.

    Returns
    -------
    Arrival
        What the stranger sees, and what the receiver reads and checks.

    Raises
    ------
    parley.errors.ParleyError
        If the way is none of `WAYS`.

    Examples
    --------
    >>> carry("changed", signed=True, sealed=False, numbered=False).fits
    False
    >>> carry("faked", signed=False, sealed=True, numbered=True).believed
    True
    """
    if way not in WAYS:
        raise ParleyError(f"The way is one of {', '.join(WAYS)}, not {way}. Choose one of them.")
    if way == "held back":
        return Arrival(b"", "", 0, None, None, None, believed=False)
    return _receive(_on_the_wire(way, signed, sealed), signed, sealed, numbered)


def _on_the_wire(way: str, signed: bool, sealed: bool) -> bytes:
    """Return the bytes that arrive, after the stranger did what they can."""
    if way == "faked":
        return _letter(NEXT, CHANGED, "stranger" if signed else None, sealed)
    if way == "sent again":
        # An old message in the clear and without a signature takes any new number.
        number = OLD_NUMBER if signed or sealed else NEXT
        return _letter(number, OLD, "home" if signed else None, sealed)
    letter = _letter(NEXT, WRITTEN, "home" if signed else None, sealed)
    if way != "changed":
        return letter
    if sealed:
        return letter[:-1] + bytes([letter[-1] ^ 1])
    return letter.replace(WRITTEN.encode(), CHANGED.encode())


def _letter(number: int, text: str, signer: str | None, sealed: bool) -> bytes:
    """Return a letter; the signature covers its number and its receiver too."""
    message = f"{number} to rival: {text}".encode()
    if signer:
        message += sign(message, demonstration_keys(signer))
    return seal(message, demonstration_keys("rival").opening.public_key()) if sealed else message


def _receive(wire: bytes, signed: bool, sealed: bool, numbered: bool) -> Arrival:
    found = open_seal(wire, demonstration_keys("rival")) if sealed else wire
    if found is None:
        return Arrival(wire, "", 0, opens=False, fits=None, new=None, believed=False)
    message, mark = (found[:-_SIGNATURE], found[-_SIGNATURE:]) if signed else (found, b"")
    home = demonstration_keys("home").signing.public_key()
    fits = verify(message, mark, home) if signed else None
    head, _, text = message.decode().partition(": ")
    number = int(head.split()[0])
    new = number > LAST if numbered else None
    believed = fits is not False and new is not False
    return Arrival(wire, text, number, True if sealed else None, fits, new, believed)


def _cipher(shared: bytes, head: bytes) -> ChaCha20Poly1305:
    """Return the cipher for one message; its key is used once, so its counter may begin at 0."""
    return ChaCha20Poly1305(HKDF(SHA256(), _KEY, salt=None, info=head).derive(shared))
