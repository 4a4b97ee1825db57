// The grammar of expressions (page 3.1 of the specification). Every alternative is decided by its first token, so
// parsing is linear; operators of one level are a flat chain that the builder makes a tree of.
#include "engine/language/grammar/config.hpp"

namespace crossfoot::syntax {

namespace {

// --- tokens ---
const auto literal_token = [](const Token& t) {
    return t.kind == Kind::number || t.kind == Kind::string || t.kind == Kind::date || t.kind == Kind::kw_true || t.kind == Kind::kw_false;
};
const auto key_token = [](const Token& t) {
    return t.kind == Kind::word || t.kind == Kind::string || (t.kind == Kind::number && t.is(flag::integer)) ||
           (is_keyword(t.kind) && !t.is(flag::declares));
};
const auto arithmetic_token = [](const Token& t) {
    return t.kind == Kind::plus || t.kind == Kind::minus || t.kind == Kind::star || t.kind == Kind::slash;
};
const auto comparison_token = [](const Token& t) { return is_comparison(t.kind); };
const auto logic_token = [](const Token& t) { return t.kind == Kind::kw_and || t.kind == Kind::kw_or; };

const auto key = terminal(key_token, "key");
const auto name = token(Kind::word, "name");
const auto comma = token(Kind::comma, "comma");
const auto dot = token(Kind::dot, "dot");
const auto dots = token(Kind::dots, "dots");
const auto minus = token(Kind::minus, "minus");
const auto open_paren = token(Kind::open_paren, "open_paren");
const auto open_bracket = token(Kind::open_bracket, "open_bracket");
const auto open_brace = token(Kind::open_brace, "keys");
const auto arithmetic_operator = terminal(arithmetic_token, "operator");
const auto comparison_operator = terminal(comparison_token, "operator");
const auto logic_operator = terminal(logic_token, "operator");
const auto kw_if = token(Kind::kw_if, "if");
const auto kw_then = token(Kind::kw_then, "then");
const auto kw_some = token(Kind::kw_some, "some");
const auto kw_in = token(Kind::kw_in, "in");
const auto kw_within = token(Kind::kw_within, "within");
const auto kw_matches = token(Kind::kw_matches, "matches");
const auto kw_not = token(Kind::kw_not, "not");
const auto kw_except = token(Kind::kw_except, "except");

}  // namespace

// --- rules: the id says which reduction the builder makes ---
struct literal_id : reduces<&Builder::literal> {};
struct named_id : reduces<&Builder::named> {};
struct label_id : reduces<&Builder::label> {};
struct arguments_id {};
struct argument_id : reduces<&Builder::argument> {};
struct keys_id : reduces<&Builder::keys> {};
struct keys_alone_id : reduces<&Builder::keys_alone> {};
struct list_id : reduces<&Builder::list> {};
struct items_id {};
struct parenthesised_id : reduces<&Builder::parenthesised> {};
struct primary_id {};
struct step_id {};
struct point_id {};
struct bracket_id {};
struct child_id : reduces<&Builder::child> {};
struct star_id : reduces<&Builder::star> {};
struct some_of_id : reduces<&Builder::some_of> {};
struct all_rows_id : reduces<&Builder::all_rows> {};
struct index_id : reduces<&Builder::index> {};
struct except_id : reduces<&Builder::except> {};
struct postfix_id {};
struct operand_id {};
struct negation_id : reduces<&Builder::negation> {};
struct sum_id : reduces<&Builder::sum> {};
struct domain_id : reduces<&Builder::domain> {};
struct relation_id : reduces<&Builder::relation> {};
struct inversion_id : reduces<&Builder::inversion> {};
struct logic_id : reduces<&Builder::logic> {};
struct conditional_id : reduces<&Builder::conditional> {};
struct some_id : reduces<&Builder::some> {};
struct expression_id {};

namespace {

const x3::rule<literal_id> literal = "expression";
const x3::rule<named_id> named = "expression";
const x3::rule<label_id> label = "expression";
const x3::rule<arguments_id> arguments = "arguments";
const x3::rule<argument_id> argument = "expression";
const x3::rule<keys_id> keys = "keys";
const x3::rule<keys_alone_id> keys_alone = "expression";
const x3::rule<list_id> list = "expression";
const x3::rule<items_id> items = "items";
const x3::rule<parenthesised_id> parenthesised = "expression";
const x3::rule<primary_id> primary = "expression";
const x3::rule<step_id> step = "step";
const x3::rule<point_id> point = "step_key";
const x3::rule<bracket_id> bracket = "expression";
const x3::rule<child_id> child = "key";
const x3::rule<star_id> star = "star";
const x3::rule<some_of_id> some_of = "keys";
const x3::rule<all_rows_id> all_rows = "star";
const x3::rule<index_id> index = "expression";
const x3::rule<except_id> except = "except";
const x3::rule<negation_id> negation = "expression";
const x3::rule<operand_id> operand = "expression";
const x3::rule<sum_id> sum = "expression";
const x3::rule<relation_id> relation = "expression";
const x3::rule<inversion_id> inversion = "expression";
const x3::rule<logic_id> logic = "expression";
const x3::rule<conditional_id> conditional = "expression";
const x3::rule<some_id> some = "expression";

// --- grammar ---
const auto literal_def = terminal(literal_token, "literal");
const auto keys_def = open_brace > key > *(comma > key) > token(Kind::close_brace, "close_keys");
const auto keys_alone_def = keys;
const auto label_def = kw_within >> &token(Kind::colon, "colon");
const auto argument_def = (label > token(Kind::colon, "colon") > expression)
                        | expression >> -((token(Kind::colon, "colon") > expression) | (dots >> -sum));
const auto arguments_def = token(Kind::close_paren, "close_paren")
                         | (argument > *(comma > argument) > token(Kind::close_paren, "close_arguments"));
const auto named_def = name >> -(open_paren > arguments);
const auto items_def = token(Kind::close_bracket, "close_bracket")
                     | (expression > *(comma > expression) > token(Kind::close_bracket, "close_list"));
const auto list_def = open_bracket > items;
const auto parenthesised_def = open_paren > expression > token(Kind::close_paren, "close_paren");
const auto primary_def = named | literal | parenthesised | keys_alone | list;

const auto child_def = key;
const auto star_def = token(Kind::star, "star");
const auto some_of_def = keys;
const auto point_def = child | star | some_of;
const auto all_rows_def = token(Kind::star, "star") > token(Kind::close_bracket, "close_bracket");
const auto index_def = expression > token(Kind::close_bracket, "close_bracket");
const auto bracket_def = all_rows | index;
const auto except_def = kw_except > keys;
const auto step_def = (dot > point) | (open_bracket > bracket) | except;
const auto postfix_def = primary >> *step;

const auto negation_def = minus > postfix;
const auto operand_def = negation | postfix;
const auto sum_def = operand >> *(arithmetic_operator > operand);
const auto domain_def = sum >> -(dots >> -sum);
const auto relation_def = sum >> -((+(comparison_operator > sum) >> -(kw_within > sum))
                                 | (kw_in > domain)
                                 | (kw_matches > token(Kind::regex, "regex")));
const auto inversion_def = (kw_not > inversion) | relation;
const auto logic_def = inversion >> *(logic_operator > inversion);
const auto conditional_def = kw_if > expression > kw_then > expression;
const auto some_def = kw_some > token(Kind::word, "some_name") > kw_in > domain > token(Kind::colon, "some_colon") > expression;
const auto expression_def = conditional | some | logic;

}  // namespace

BOOST_SPIRIT_DEFINE(literal, named, label, arguments, argument, keys, keys_alone, list, items, parenthesised, primary)
BOOST_SPIRIT_DEFINE(step, point, bracket, child, star, some_of, all_rows, index, except, postfix)
BOOST_SPIRIT_DEFINE(negation, operand, sum, domain, relation, inversion, logic, conditional, some, expression)

BOOST_SPIRIT_INSTANTIATE(expression_rule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(postfix_rule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(domain_rule, Iterator, Context)

std::optional<Failure> parse_expression_part(Part part, const Token*& at, const Token* end, Builder& builder) {
    return part == Part::path ? run(postfix, "path", at, end, builder) : run(expression, "expression", at, end, builder);
}

}  // namespace crossfoot::syntax
