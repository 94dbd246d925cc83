"""Words and their parts of speech, aligned with the characters of the text (jieba's dictionary, in Rust)."""

from typing import NamedTuple

import rjieba
from spacy.language import Language
from spacy.tokens import Doc

from kg.lexicon.matcher import Bare, bare


class Words(NamedTuple):
    """Every character's word: ``begin[i]``/``end[i]`` are the word's offsets, ``tag[i]`` its part of speech
    in the ICTCLAS tag set as jieba gives it (n noun, v verb, x punctuation …)."""

    begin: list[int]
    end: list[int]
    tag: list[str]


class Analysis(NamedTuple):
    """What every component needs of a text, computed once."""

    bare: Bare
    words: Words


_JIEBA = rjieba.Jieba()


def analyse(text: str) -> Analysis:
    """Segment ``text`` and strip its quotation marks."""
    begin: list[int] = []
    end: list[int] = []
    tag: list[str] = []
    at = 0
    for word, part in _JIEBA.tag(text):
        size = len(word)
        begin += [at] * size
        at += size
        end += [at] * size
        tag += [part] * size
    return Analysis(bare(text), Words(begin, end, tag))


@Language.component("fazhi_words")
def words(doc: Doc) -> Doc:
    """Set ``doc._.analysis``."""
    doc._.analysis = analyse(doc.text)
    return doc
