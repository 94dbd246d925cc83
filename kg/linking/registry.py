"""The entities of one report, gathered mention by mention."""

from typing import NamedTuple

from kg.linking.keys import NATION
from kg.model import Entity, EntityType
from kg.model.report import Authority


class _Draft(NamedTuple):
    """An entity whose surface forms are still being gathered."""

    key: str
    type: EntityType
    kind: str
    name: str
    linked: Authority
    place: str | None
    facts: tuple[tuple[str, str], ...]


class Registry:
    """Collects identities with their surface forms; a key is added once."""

    def __init__(self) -> None:
        self._index: dict[str, int] = {}
        self._villages: dict[str, list[int]] = {}  # by the last part of their keys
        self._drafts: list[_Draft] = []
        self._forms: list[dict[str, None]] = []

    def add(
        self,
        key: str,
        type_: EntityType,
        kind: str,
        name: str,
        linked: Authority,
        form: str | None = None,
        place: str | None = None,
        facts: tuple[tuple[str, str], ...] = (),
    ) -> int:
        """The index of the entity with this key, made when it is new; ``form`` joins its surface forms."""
        at = self._index.get(key)
        if at is None:
            at = self._index[key] = len(self._drafts)
            scope = None if place == NATION else place
            self._drafts.append(_Draft(key, type_, kind, name, linked, scope, facts))
            self._forms.append({})
            if key.startswith("division/"):
                self._villages.setdefault(key.rpartition("/")[2], []).append(at)
        if form:
            self._forms[at][form] = None
        return at

    def seen_as(self, at: int, form: str) -> None:
        """Record a surface form of the entity at an index."""
        self._forms[at][form] = None

    def find(self, key: str) -> int | None:
        """The index of the entity with this key, if there is one."""
        return self._index.get(key)

    def villages(self, local: str) -> list[int]:
        """The indexes of the villages with this last part of their key."""
        return self._villages.get(local, [])

    def is_division(self, at: int) -> bool:
        """Whether the entity at an index is a division."""
        return self._drafts[at].type == "Division"

    def class_of(self, at: int) -> tuple[EntityType, str]:
        """Type and kind of the entity at an index."""
        draft = self._drafts[at]
        return draft.type, draft.kind

    def scope(self, at: int) -> str | None:
        """The key of the place that the entity at an index is of, or is; None for one of the whole country."""
        draft = self._drafts[at]
        return draft.key.partition("/")[2] if draft.type == "Division" else draft.place

    def name(self, at: int) -> str:
        """The name of the entity at an index."""
        return self._drafts[at].name

    def called(self, at: int) -> list[str]:
        """The name and the surface forms of the entity at an index."""
        return [self.name(at), *self._forms[at]]

    def bodies(self) -> dict[str, list[int]]:
        """The indexes of the organizations in each place's scope, by the place."""
        found: dict[str, list[int]] = {}
        for at, draft in enumerate(self._drafts):
            if draft.type == "Organization" and draft.place:
                found.setdefault(draft.place, []).append(at)
        return found

    def entities(self) -> tuple[Entity, ...]:
        """The entities, with names made unique: a second one of a name gets ``#2``."""
        seen: dict[str, int] = {}
        made = []
        for draft, forms in zip(self._drafts, self._forms, strict=True):
            seen[draft.name] = count = seen.get(draft.name, 0) + 1
            made.append(
                Entity(
                    key=draft.key,
                    type=draft.type,
                    kind=draft.kind,
                    name=draft.name if count == 1 else f"{draft.name}#{count}",
                    forms=tuple(forms) or (draft.name,),
                    linked=draft.linked,
                    place=draft.place,
                    facts=draft.facts,
                )
            )
        return tuple(made)
