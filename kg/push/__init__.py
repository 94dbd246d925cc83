"""Sending a build to a triple store elsewhere: one named graph a report."""

from kg.push.push import Progress, push
from kg.push.remote import Protocol, Remote, credentials

__all__ = ["Progress", "Protocol", "Remote", "credentials", "push"]
