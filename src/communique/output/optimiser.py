"""Jinja's Python code of a template → the same code, less what costs a page most of its time. Pure.

What Jinja writes is careful about names that may be undefined and about keys that may be attributes. The code here
takes for granted what holds of all but few expressions (the name is there, the attribute is one) and raises where that
is wrong: whoever renders then does it again with Jinja's own code, whose result or error counts. What it changes:

* an attribute is read as `x.name`, an item as `x[key]`, without asking Jinja's environment which of the two it is;
* what is printed is escaped in place where it is a string;
* outputs and conditions that follow one another become one string, so that one piece passes through the generators of
  a block and of every template that holds it;
* a global that a loop reads is looked up before the loop.
"""

from __future__ import annotations

import ast
import hashlib
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from jinja2.runtime import Macro
from jinja2.utils import missing

from communique.pages import markup

_ESCAPED, _PRINTED, _VALUE = "_escaped", "_printed", "_value"
"""Names in the code: what escapes a `str`, what prints any other value, and the value that is being printed."""

_DIRECT, _BOUND, _CALLED = "_direct", "_bound", "_called"
"""What is called as it is, what calls all else through Jinja's context, and the value that is being called."""

_VARIABLES = ("_loop_vars", "_block_vars")
"""Arguments that Jinja's context keeps for itself."""

_IMPORTS = [
    ast.ImportFrom("communique.pages.markup", [ast.alias("escaped", _ESCAPED)], 0),
    ast.ImportFrom(__name__, [ast.alias("printed", _PRINTED), ast.alias("DIRECT", _DIRECT)], 0),
    ast.ImportFrom("functools", [ast.alias("partial", _BOUND)], 0),
]

DIRECT = frozenset((Macro, type(len)))
"""Types of what never asks for the context: macros, and methods of strings, lists and dicts."""


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Return a digest of how templates are made faster, for cache keys."""
    return hashlib.blake2b(Path(__file__).read_bytes(), digest_size=8).hexdigest()


def printed(value: object) -> str:
    """Return what an expression prints; raises `LookupError` for a name that is not defined."""
    if value.__class__ is int:
        return str(value)
    if value is missing:
        raise LookupError("a name is not defined")
    return markup.printed(value)


def optimised(source: str) -> ast.Module:
    """Return the faster form of a template's Python code, for `compile`; lines stay where they are."""
    module = ast.parse(source)
    for function in module.body:
        if isinstance(function, ast.FunctionDef):
            for transformer in (_Expressions(), _Loops(), _Outputs()):
                transformer.visit(function)
    module.body[:0] = _IMPORTS
    return ast.fix_missing_locations(module)


class _Expressions(ast.NodeTransformer):
    """Attributes, items and printed values."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """Replace a call of the environment by what it nearly always does."""
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Attribute(ast.Name("environment"), "getattr"), [of, ast.Constant(str(name))]):
                return node if _is_self(of) else ast.Attribute(_there(of), name, ast.Load())
            case ast.Call(ast.Attribute(ast.Name("environment"), "getitem"), [of, key]):
                return ast.Subscript(_there(of), key, ast.Load())
            case ast.Call(ast.Name("escape"), [value]):
                return _printed(_there(value))
            case ast.Call(ast.Attribute(ast.Name("context"), "call") as call, [of, *arguments], keywords):
                own = [one for one in keywords if one.arg in _VARIABLES]
                named = [one for one in keywords if one.arg not in _VARIABLES]
                return ast.Call(_callable(_there(of), call, own), arguments, named)
        return node

    def visit_YieldFrom(self, node: ast.YieldFrom) -> ast.expr:
        """Make one piece of a block, so that what it prints does not pass one by one through all that hold it."""
        self.generic_visit(node)
        match node.value:
            case ast.Call(ast.Subscript(ast.Subscript(ast.Attribute(ast.Name("context"), "blocks")))):
                return ast.Yield(ast.Call(ast.Name("concat", ast.Load()), [node.value], []))
        return node


class _Loops(ast.NodeTransformer):
    """Globals that are looked up in each turn of a loop."""

    def __init__(self) -> None:
        self._moved: set[str] = set()

    def visit_For(self, node: ast.For) -> list[ast.stmt]:
        """Look them up before the loop."""
        self.generic_visit(node)
        stored = [name.id for name in ast.walk(node) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)]
        moved: list[ast.stmt] = []
        kept: list[ast.stmt] = []
        for one in node.body:
            name = _looked_up(one)
            (moved if name and stored.count(name) == 1 else kept).append(one)
            self._moved.add(name)
        node.body = kept
        return [*moved, node]

    def visit_Assign(self, node: ast.Assign) -> ast.Assign | None:
        """Keep what was moved where the names of a loop are cleared behind it."""
        if isinstance(node.value, ast.Name) and node.value.id == "missing":
            node.targets = [one for one in node.targets if not (isinstance(one, ast.Name) and one.id in self._moved)]
        return node if node.targets else None


class _Outputs(ast.NodeTransformer):
    """Outputs that follow one another."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Join them in every list of statements, the innermost first."""
        super().generic_visit(node)
        for field in ("body", "orelse"):
            statements = getattr(node, field, None)
            if isinstance(statements, list):
                setattr(node, field, _merged(statements))
        return node


def _merged(statements: list[ast.stmt]) -> list[ast.stmt]:
    """Return statements with each run of outputs to one place as one."""
    found: list[ast.stmt] = []
    for sink, group in groupby(statements, _sink):
        run = list(group)
        found += run if sink is None or len(run) == 1 else [_to(sink, _joined([_text(one) for one in run]), run)]
    return found


def _sink(statement: ast.stmt) -> str | None:
    """Return where a statement prints: the name of a macro's buffer, or "" to a generator; None where it does more."""
    match statement:
        case ast.Expr(ast.Yield(ast.expr())):
            return ""
        case ast.Expr(ast.Call(ast.Attribute(ast.Name(buffer), "append" | "extend"))) if buffer.startswith("t_"):
            return buffer
        case ast.If(ast.expr() as test, body, orelse) if not isinstance(test, ast.Constant):
            sinks = {_sink(one) for one in [*body, *orelse] if not isinstance(one, ast.Pass)}
            return sinks.pop() if len(sinks) == 1 else None
    return None


def _text(statement: ast.stmt) -> ast.expr:
    """Return what a statement with a sink prints."""
    match statement:
        case ast.Expr(ast.Yield(ast.expr() as text)):
            return text
        case ast.Expr(ast.Call(ast.Attribute(_, "extend"), [ast.Tuple(parts)])):
            return _joined(parts)
        case ast.Expr(ast.Call(ast.Attribute(_, "append"), [text])):
            return text
        case ast.If(test, body, orelse):
            return ast.IfExp(test, _texts(body), _texts(orelse))
    return ast.Constant("")


def _texts(statements: list[ast.stmt]) -> ast.expr:
    return _joined([_text(one) for one in statements])


def _to(sink: str, text: ast.expr, run: list[ast.stmt]) -> ast.stmt:
    """Return the statement that prints a text in the place of a run of outputs."""
    if sink:
        value: ast.expr = ast.Call(ast.Attribute(ast.Name(sink, ast.Load()), "append", ast.Load()), [text], [])
    else:
        value = ast.Yield(text)
    return ast.copy_location(ast.Expr(value), run[0])


def _joined(parts: list[ast.expr]) -> ast.expr:
    """Return an expression for the text of several; what lies in an f-string costs no call."""
    values: list[ast.expr] = []
    for part in parts:
        match part:
            case ast.JoinedStr(inner):
                values += inner
            case ast.Constant(""):
                pass
            case ast.Constant():
                values.append(part)
            case _:
                values.append(ast.FormattedValue(part, -1, None))
    return values[0] if len(values) == 1 and isinstance(values[0], ast.Constant) else ast.JoinedStr(values)


def _there(value: ast.expr) -> ast.expr:
    """Return an expression without the check whether its name is defined: what follows fails where it is not."""
    match value:
        case ast.IfExp(ast.Compare(ast.Name(), [ast.Is()], [ast.Name("missing")]), _, found):
            return found
    return value


def _is_self(value: ast.expr) -> bool:
    """Whether an expression is the template itself, whose blocks are items (`self.lead()`)."""
    match _there(value):
        case ast.Name(name):
            return name.endswith("_self")
    return False


def _printed(value: ast.expr) -> ast.expr:
    """Return an expression for what a value prints: one that is a string is escaped in place."""
    kept: ast.expr = value if isinstance(value, ast.Name) else ast.NamedExpr(ast.Name(_VALUE, ast.Store()), value)
    again = value if isinstance(value, ast.Name) else ast.Name(_VALUE, ast.Load())
    is_string = ast.Compare(ast.Attribute(kept, "__class__", ast.Load()), [ast.Is()], [ast.Name("str", ast.Load())])
    return ast.IfExp(is_string, _call(_ESCAPED, again), _call(_PRINTED, again))


def _callable(value: ast.expr, call: ast.expr, own: list[ast.keyword]) -> ast.expr:
    """Return an expression for what can be called as a value is: itself, or Jinja's `call` with it and its own."""
    again = ast.Name(_CALLED, ast.Load())
    kept = ast.NamedExpr(ast.Name(_CALLED, ast.Store()), value)
    direct = ast.Compare(ast.Attribute(kept, "__class__", ast.Load()), [ast.In()], [ast.Name(_DIRECT, ast.Load())])
    return ast.IfExp(direct, again, ast.Call(ast.Name(_BOUND, ast.Load()), [call, again], own))


def _call(name: str, value: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(name, ast.Load()), [value], [])


def _looked_up(statement: ast.stmt) -> str:
    """Return the name that a statement looks up among the globals, or an empty text."""
    match statement:
        case ast.Assign([ast.Name(name)], ast.Call(ast.Name("resolve"), [ast.Constant()])):
            return name
    return ""
