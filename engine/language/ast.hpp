// The tree of a rule file, as written: parentheses and the order of attributes are kept, so that the
// printer gives back what was parsed. Every node knows its span; equality ignores spans.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/quantity/rational.hpp"
#include "engine/text/source.hpp"

namespace crossfoot::ast {

// A name or key with its place.
struct Word {
    std::string text;
    Span span;
    friend bool operator==(const Word& a, const Word& b) { return a.text == b.text; }
};

// A KEY: a name, an integer or a quoted string; `quoted` says how it was written.
struct Key {
    std::string text;      // decoded
    bool quoted = false;
    Span span;
    friend bool operator==(const Key& a, const Key& b) { return a.text == b.text && a.quoted == b.quoted; }
};

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

// A number, perhaps with unit and qualifier: `2_000_000`, `0.5 M€`, `100 %`, `about 4`. The printed parts
// are kept; the exact value is `number`, which the unit multiplies when the unit is known (checking).
struct NumberLiteral {
    std::string qualifier;   // "about", "nearly", "more than" …: an English qualifier, or empty
    std::string digits;      // as written, underscores included
    Rational number;
    std::string unit;        // as written, scale word included ("M€", "millions d'euros", "%"), or empty
    Span unit_span;
};
using NumberPtr = std::unique_ptr<NumberLiteral>;   // never null: much larger than any other node, and rarer
struct DateLiteral { std::string text; std::int32_t day = 0; };   // "2013-12-31", days since 1970-01-01
struct TextLiteral { std::string value; };                          // decoded
struct TruthLiteral { bool value = false; };

struct Name { std::string text; };                                  // a bare name: local, definition, key
struct Keys { std::vector<Key> keys; };                             // `{a, b}` alone: keys of the group's table
struct List { std::vector<ExprPtr> items; };                        // `[a, b]`
struct Paren { ExprPtr inner; };

struct Domain;                                                      // see below

// One argument of a call: `expr`, `expr ..`, `expr .. expr`, `by: expr`, or `x in domain: expr`.
struct Argument {
    enum class Form : std::uint8_t { value, range, named, bound } form = Form::value;
    Word name;                        // of named and bound
    ExprPtr value;                    // the expression; of a range its low end; of bound the body
    ExprPtr high;                     // of a range; null where unbounded above
    std::unique_ptr<Domain> domain;   // of bound
    Span span;
};
struct Call { Word name; std::vector<Argument> arguments; };

// Steps of a path.
struct Child { ExprPtr base; Key key; };                            // base.key
struct Star { ExprPtr base; };                                      // base.*
struct Some_of { ExprPtr base; std::vector<Key> keys; };            // base.{a, b}
struct AllRows { ExprPtr base; };                                   // base[*]
struct Index { ExprPtr base; ExprPtr inner; };                      // base[expr]: child, element or filter, by type
struct Except { ExprPtr base; std::vector<Key> keys; };             // base except {a}

enum class Arithmetic : std::uint8_t { add, subtract, multiply, divide };
struct Negate { ExprPtr operand; };
struct Binary { Arithmetic op; Span op_span; ExprPtr left, right; };

enum class Comparison : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };
struct Relation {                                                   // a = b <= c within d
    std::vector<ExprPtr> sides;                                     // at least two
    std::vector<Comparison> comparisons;                            // sides - 1
    std::vector<Span> comparison_spans;
    ExprPtr within;                                                 // may be null
};
struct Domain { ExprPtr low; bool range = false; ExprPtr high; Span span; };   // a | a.. | a..b
struct Membership { ExprPtr value; Domain domain; };                // x in a..b
struct Matches { ExprPtr value; std::string regex; Span regex_span; };   // regex without the slashes, `\/` undone

enum class Logic : std::uint8_t { conjunction, disjunction };
struct Connective { Logic op; std::vector<ExprPtr> operands; };     // at least two; `a and b and c` is one
struct Not { ExprPtr operand; };
struct If { ExprPtr condition, consequence; };
struct Some { Word name; std::unique_ptr<Domain> domain; ExprPtr body; };

struct Expr {
    Span span;
    std::variant<NumberPtr, DateLiteral, TextLiteral, TruthLiteral, Name, Keys, List, Paren, Call, Child, Star, Some_of,
                 AllRows, Index, Except, Negate, Binary, Relation, Membership, Matches, Connective, Not, If, Some>
        node;
};

// A deep comparison that ignores spans.
[[nodiscard]] bool equal(const Expr& a, const Expr& b);
[[nodiscard]] ExprPtr clone(const Expr& expr);

// A string with its place; titles may hold paths in braces, parsed as `holes`.
struct Title {
    std::string value;                 // decoded, braces as written
    struct Piece { std::string text; ExprPtr path; Span span; };   // path null: plain text ("{{" undone)
    std::vector<Piece> pieces;
    Span span;
};
struct Text { std::string value; Span span; };

struct Use { Text path; Span span; };
struct Define { Word name; bool has_parameters = false; std::vector<Word> parameters; ExprPtr body; Span span; };

enum class Severity : std::uint8_t { info, warning, error };
struct SeverityAttribute { Severity severity; Span span; };
struct Tags { std::vector<Word> tags; Span span; };
struct Note { Text text; };
// In the order written; at most one of each kind (parse reports the second).
using Attribute = std::variant<SeverityAttribute, Tags, Note, Title>;

struct ForClause { Word name; Domain domain; ExprPtr where; Span span; };   // where may be null
struct Let { Word name; ExprPtr value; Span span; };

struct Rule {
    Word id;
    std::vector<Attribute> attributes;
    std::vector<ForClause> fors;
    std::vector<Let> lets;
    ExprPtr body;
    Span span;
};

struct Group;
using Declaration = std::variant<Use, Define, std::unique_ptr<Group>, Rule>;   // Use only at the top of a file
struct Group {
    Word id;
    ExprPtr table;                     // of `in`; may be null
    std::optional<Title> title;
    std::vector<Declaration> declarations;
    Span span;
};

struct Comment { Span span; };         // from `#` to before the line end

struct File {
    FileId id = kNoFile;
    std::vector<Declaration> declarations;
    std::vector<Comment> comments;     // in order, for the printer
};

[[nodiscard]] bool equal(const File& a, const File& b);

}  // namespace crossfoot::ast
