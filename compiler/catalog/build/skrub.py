"""skrub's transformers of columns: dates, text and spelling variants. Those that download a model are left out."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any

import skrub  # type: ignore[import-untyped]
from skrub._single_column_transformer import is_single_column_transformer  # type: ignore[import-untyped]

from ..entry import Anything, Argument, Boolean, Entry, Number, Object, Options, Sequence, Text
from ..shorthand import COUNT, FRACTION, INTEGER, NONE, NOT_NEGATIVE, POSITIVE, REAL, SEED
from .docs import parameters, summary, words
from .signatures import VARIADIC, public_path

if TYPE_CHECKING:
    from ..entry import Type

TRANSFORMERS = (
    skrub.ApplyToCols,
    skrub.CatEncoder,
    skrub.Cleaner,
    skrub.DatetimeEncoder,
    skrub.DropSimilar,
    skrub.DropUninformative,
    skrub.DurationToFloat,
    skrub.GapEncoder,
    skrub.MinHashEncoder,
    skrub.SimilarityEncoder,
    skrub.SquashingScaler,
    skrub.StringEncoder,
    skrub.TableVectorizer,
    skrub.ToCategorical,
    skrub.ToDatetime,
    skrub.ToFloat,
)

SHARE = Number("real", 0, 1)
FLAG = (Boolean(),)
TEXT_OR_NONE = (Text(), NONE)
TRANSFORMER = (Object("a transformer"), Options(("drop", "passthrough")))
LENGTHS = (Sequence((COUNT,)),)
ANYTHING = (Anything("anything"),)
RESOLUTIONS = ("year", "month", "day", "hour", "minute", "second", "microsecond", "nanosecond", None)
JOBS = (INTEGER, NONE)

TYPES: dict[str, tuple[Type, ...]] = {
    "add_day_of_year": FLAG,
    "add_total_seconds": FLAG,
    "add_weekday": FLAG,
    "add_words": FLAG,
    "batch_size": (COUNT,),
    "cardinality_threshold": (COUNT,),
    "cast_to_float32": FLAG,
    "cast_to_str": FLAG,
    "datetime_format": TEXT_OR_NONE,
    "decimal": (Text(),),
    "drop_if_constant": FLAG,
    "drop_if_unique": FLAG,
    "drop_null_fraction": (SHARE, NONE),
    "format": TEXT_OR_NONE,
    "handle_unknown": (Options(("error", "ignore")),),
    "hashing_n_features": (COUNT,),
    "keep_original": FLAG,
    "max_absolute_value": (POSITIVE,),
    "max_categories": (COUNT, NONE),
    "max_iter": (COUNT,),
    "max_iter_e_step": (COUNT,),
    "minmax_hash": FLAG,
    "n_components": (COUNT,),
    "n_jobs": JOBS,
    "ngram_range": LENGTHS,
    "null_strings": (Sequence((Text(),)), NONE),
    "parentheses": FLAG,
    "parse_numbers": FLAG,
    "periodic_encoding": (Options(("circular", "spline", None)),),
    "quantile_range": (Sequence((NOT_NEGATIVE,)),),
    "random_state": (SEED, NONE),
    "resolution": (Options(RESOLUTIONS),),
    "rescale_W": FLAG,
    "rescale_rho": FLAG,
    "rho": (FRACTION, REAL),
    "stop_words": (Options(("english", None)), Sequence((Text(),))),
    "thousand": TEXT_OR_NONE,
    "threshold": (SHARE,),
    "vectorizer": (Options(("tfidf", "hashing")),),
    **dict.fromkeys(("transformer", "low_cardinality", "high_cardinality", "numeric", "datetime"), TRANSFORMER),
}
"""The types of arguments, from skrub's documentation: skrub has no parameter constraints."""

OWN: dict[str, dict[str, tuple[Type, ...]]] = {
    "GapEncoder": {
        "analyzer": (Options(("word", "char", "char_wb")),),
        "hashing": FLAG,
        "init": (Options(("k-means++", "random", "k-means")),),
    },
    "MinHashEncoder": {"hashing": (Options(("fast", "murmur")),)},
    "SimilarityEncoder": {"analyzer": (Options(("word", "char", "char_wb")),)},
    "StringEncoder": {"analyzer": (Options(("char", "word", "char_wb")),)},
}
"""Arguments that mean something else elsewhere."""


def skrubbers() -> list[Entry]:
    """Return skrub's transformers."""
    return [_transformer(cls) for cls in TRANSFORMERS]


def _transformer(cls: Any) -> Entry:
    described = parameters(cls)
    types = TYPES | OWN.get(cls.__name__, {})
    arguments = {
        name: _argument(name, parameter.default, types.get(name, ANYTHING), described.get(name, ""))
        for name, parameter in signature(cls.__init__).parameters.items()
        if parameter.kind not in VARIADIC and name != "self"
    }
    single = is_single_column_transformer(cls)
    return Entry(public_path(cls), "transformer", (), summary(cls), arguments, one_column=single)


def _argument(name: str, default: Any, types: tuple[Type, ...], description: str) -> Argument:
    required = isinstance(default, type)  # the signature says that there is no default
    plain = isinstance(default, int | float | str | tuple | list | None)
    shown = repr(default) if plain and not required else None
    return Argument(name, types, required, shown, description or words(name))
