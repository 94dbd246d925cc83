"""Linking: what mentions refer to, from the gazetteers, the vocabulary and the place a report speaks of."""

from kg.linking.areas import division_entity
from kg.linking.divisions import reporting_division, stated_name
from kg.linking.link import link

__all__ = ["division_entity", "link", "reporting_division", "stated_name"]
