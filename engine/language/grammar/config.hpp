// What the two grammar units share: iterator and context types, terminals over tokens, the rules that cross from one
// unit to the other. Included by nothing else.
#pragma once

#include <boost/spirit/home/x3.hpp>
#include <string>

#include "engine/language/grammar/builder.hpp"
#include "engine/language/grammar/grammar.hpp"
#include "engine/language/token.hpp"

namespace crossfoot::syntax {

namespace x3 = boost::spirit::x3;

struct builder_tag;
using Iterator = const Token*;
using Context = x3::context<builder_tag, Builder>;

// The handler of a rule's id: calls one reduction of the builder when the rule has matched.
template <void (Builder::*Reduce)(Iterator, Iterator)>
struct reduces {
    template <class Attribute, class AnyContext>
    void on_success(Iterator first, Iterator last, Attribute&, const AnyContext& context) {
        (x3::get<builder_tag>(context).*Reduce)(first, last);
    }
};

// One token that passes a test; `name` is what is expected where it does not, as expected.cpp words it.
template <class Test>
struct terminal : x3::parser<terminal<Test>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    constexpr terminal(Test passes, const char* called) : test(passes), name(called) {}

    template <class AnyContext, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext&, RuleContext&, Attribute&) const {
        if (first == last || !test(*first)) return false;
        ++first;
        return true;
    }

    Test test;
    const char* name;
};

// A token of one kind.
[[nodiscard]] constexpr auto token(Kind kind, const char* name) {
    const auto test = [kind](const Token& found) { return found.kind == kind; };
    return terminal<decltype(test)>(test, name);
}

struct expression_id;
struct postfix_id;
struct domain_id;
using expression_rule = x3::rule<expression_id>;
using postfix_rule = x3::rule<postfix_id>;
using domain_rule = x3::rule<domain_id>;
inline const expression_rule expression = "expression";
inline const postfix_rule postfix = "operand";
inline const domain_rule domain = "expression";
BOOST_SPIRIT_DECLARE(expression_rule, postfix_rule, domain_rule)

// Parses `rule` whole; the one place where Spirit's exception is caught.
template <class Rule>
std::optional<Failure> run(const Rule& rule, const char* name, const Token*& at, const Token* end, Builder& builder) {
    const Context context(builder);
    try {
        if (rule.parse(at, end, context, x3::unused, x3::unused)) return std::nullopt;
        return Failure{at, name};
    } catch (const x3::expectation_failure<Iterator>& failure) {
        return Failure{failure.where(), failure.which()};
    }
}

std::optional<Failure> parse_expression_part(Part part, const Token*& at, const Token* end, Builder& builder);

}  // namespace crossfoot::syntax

// Spirit asks this for the name of what was expected.
template <class Test>
struct boost::spirit::x3::get_info<crossfoot::syntax::terminal<Test>> {
    using result_type = std::string;
    std::string operator()(const crossfoot::syntax::terminal<Test>& parser) const { return parser.name; }
};
