"""Words and their parts of speech, aligned with the characters of the text (jieba's dictionary, in Rust)."""

from typing import NamedTuple

import numpy as np
import rjieba
from spacy.tokens import Doc

from kg.extraction.common.factory import Component, component
from kg.lexicon.matcher import Bare, bare
from kg.lexicon.vocabulary import Vocabulary

TAGS = {"InstitutionKind": "nt", "Programme": "nz", "Role": "n", "Doctrine": "nz"}
"""Classes of the vocabulary whose labels are words to the segmenter, and their part of speech."""
NOUN = "n"
PEOPLE = frozenset(("nr", "nrt", "nrfg"))
"""Parts of speech of people's names."""
SHORTEST = 2
CERTAIN = 100_000
"""A frequency at which the segmenter always takes the word whole."""


class Words(NamedTuple):
    """Every character's word: ``begin[i]``/``end[i]`` are the word's offsets, ``tag[i]`` its part of speech
    in the ICTCLAS tag set as jieba gives it (n noun, v verb, x punctuation …)."""

    begin: list[int]
    end: list[int]
    tag: list[str]

    def suffixed(self, text: str, at: int, suffixes: tuple[str, ...]) -> bool:
        """Whether a suffix of one character stands at ``at`` with which no other word begins: 制度 + 化, but 机制 + 化解."""
        return text.startswith(suffixes, at) and not (self.begin[at] == at and self.end[at] > at + 1)


class Analysis(NamedTuple):
    """What every component needs of a text, computed once."""

    bare: Bare
    words: Words


@component("fazhi_words")
def words(vocabulary: Vocabulary) -> Component:
    """A component that sets ``doc._.analysis``; labels of the vocabulary and its words that no dictionary
    has (反不正当竞争) are words to it."""
    jieba = rjieba.Jieba()
    for cls, tag in TAGS.items():
        for concept in vocabulary.of(cls):
            for label in concept.labels:
                if len(label) < SHORTEST:
                    continue  # 局 is a word of its own in 格局 to nobody
                jieba.add_word(label, CERTAIN, tag)
    for word in vocabulary.words("boundary/whole-word"):
        jieba.add_word(word, CERTAIN, NOUN)

    def run(doc: Doc) -> Doc:
        words, tags = zip(*jieba.tag(doc._.clean), strict=True) if doc._.clean else ((), ())
        sizes = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
        ends = sizes.cumsum()
        begin, end = np.repeat(ends - sizes, sizes).tolist(), np.repeat(ends, sizes).tolist()
        tag = np.repeat(np.array(tags, dtype=object), sizes).tolist()
        doc._.analysis = Analysis(bare(doc._.clean), Words(begin, end, tag))
        return doc

    return run
