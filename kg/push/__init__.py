"""Sending a build to a triple store elsewhere: one named graph a report."""

from kg.push.endpoint import Endpoint, Protocol, credentials
from kg.push.push import Progress, push

__all__ = ["Endpoint", "Progress", "Protocol", "credentials", "push"]
