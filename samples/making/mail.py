"""Writes a mail message (RFC 5322) with a fixed date, message id and boundary."""

import datetime
import email.message
import email.policy
import email.utils
import hashlib

from .markup import plain


def eml(text, subject, date, sender, to, cc="", attachments=(), reply_to=None):
    """The bytes of a message; `attachments` are (file name, bytes)."""
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    mark = hashlib.sha256(f"{subject}{date}{sender}".encode()).hexdigest()[:20]
    hour = 8 + int(mark[0], 16) % 9
    at = datetime.datetime.fromisoformat(f"{date}T{hour:02d}:{int(mark[1:3], 16) % 60:02d}:00+00:00")
    message["From"] = sender
    message["To"] = to
    if cc:
        message["Cc"] = cc
    message["Date"] = at
    message["Subject"] = subject
    message["Message-ID"] = f"<{mark}@mail.example>"
    if reply_to:
        message["In-Reply-To"] = f"<{hashlib.sha256(reply_to.encode()).hexdigest()[:20]}@mail.example>"
    message.set_content(plain(text), cte="quoted-printable")
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="pdf", filename=name)
    if attachments:
        message.set_boundary(f"=_part_{mark}")
    return message.as_bytes()
