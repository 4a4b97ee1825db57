// The grammar of declarations (page 3.1 of the specification): one of them a call; the groups' bodies and what
// happens after an error are the driver's (parse.cpp).
#include "engine/language/grammar/config.hpp"

namespace crossfoot::syntax {

namespace {

// --- tokens ---
const auto word_token = [](const Token& t) { return t.kind == Kind::word || (is_keyword(t.kind) && !t.is(flag::declares)); };
const auto tag_token = [](const Token& t) {
    return t.kind == Kind::word || (t.kind == Kind::number && t.is(flag::integer)) || (is_keyword(t.kind) && !t.is(flag::declares));
};

const auto kw_where = token(Kind::kw_where, "where");

}  // namespace

struct severity_word_id {};
struct severity_id : reduces<&Builder::severity> {};
struct tags_id : reduces<&Builder::tags> {};
struct note_id : reduces<&Builder::note> {};
struct title_id : reduces<&Builder::title> {};
struct for_clause_id : reduces<&Builder::for_clause> {};
struct let_id : reduces<&Builder::let> {};
struct rule_id : reduces<&Builder::rule> {};
struct define_id : reduces<&Builder::define> {};
struct use_id : reduces<&Builder::use> {};
struct table_id {};
struct group_id : reduces<&Builder::group> {};

namespace {

// Whether the word is one of the three is seen in the text, which the builder has.
struct severity_word : x3::parser<severity_word> {
    using attribute_type = x3::unused_type;
    [[maybe_unused]] static constexpr bool has_attribute = false;

    template <class AnyContext, class RuleContext, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext& context, RuleContext&, Attribute&) const {
        if (first == last || first->kind != Kind::word) return false;
        const std::string_view written = x3::get<builder_tag>(context).tokens().text_of(*first);
        if (written != "error" && written != "warning" && written != "info") return false;
        ++first;
        return true;
    }
};

const x3::rule<severity_word_id> severity_level = "severity";
const x3::rule<severity_id> severity = "severity";
const x3::rule<tags_id> tags = "tags";
const x3::rule<note_id> note = "note";
const x3::rule<title_id> title = "title";
const x3::rule<for_clause_id> for_clause = "for";
const x3::rule<let_id> let = "let";
const x3::rule<rule_id> rule = "rule";
const x3::rule<define_id> define = "define";
const x3::rule<use_id> use = "use";
const x3::rule<table_id> table = "path";
const x3::rule<group_id> group = "group";

const auto severity_level_def = severity_word();
const auto severity_def = token(Kind::kw_severity, "severity") > severity_level;
const auto tag = terminal(tag_token, "tag");
const auto tags_def = token(Kind::kw_tags, "tags") > token(Kind::open_bracket, "open_tags") > tag
                    > *(token(Kind::comma, "comma") > tag) > token(Kind::close_bracket, "close_list");
const auto note_def = token(Kind::kw_note, "note") > token(Kind::string, "note_text");
const auto title_def = token(Kind::string, "title");
const auto for_clause_def = (token(Kind::kw_for, "for") > token(Kind::word, "for_name") > token(Kind::kw_in, "in") > domain)
                         >> -(kw_where > expression);
const auto let_def = token(Kind::kw_let, "let") > token(Kind::word, "let_name") > token(Kind::equal, "let_equal")
                   > expression > token(Kind::semicolon, "let_end");
const auto header = ((token(Kind::kw_rule, "rule") > terminal(word_token, "rule_id")) >> *(severity | tags | note | title))
                 >> *for_clause;
const auto rule_def = ((header > token(Kind::colon, "rule_colon")) >> *let) > expression;

const auto parameter = token(Kind::word, "parameter");
const auto parameters = token(Kind::open_paren, "open_paren") > parameter > *(token(Kind::comma, "comma") > parameter)
                      > token(Kind::close_paren, "close_arguments");
const auto define_def = ((token(Kind::kw_define, "define") > token(Kind::word, "define_name")) >> -parameters)
                      > token(Kind::equal, "define_equal") > expression;

const auto use_def = token(Kind::kw_use, "use") > token(Kind::string, "use_path");

const auto table_def = postfix;
const auto group_def = (((token(Kind::kw_group, "group") > terminal(word_token, "group_id"))
                     >> -(token(Kind::kw_in, "in") > table)) >> -title)
                     > token(Kind::open_brace, "open_group");

}  // namespace

BOOST_SPIRIT_DEFINE(severity_level, severity, tags, note, title, for_clause, let, rule, define, use, table, group)

std::optional<Failure> parse_part(Part part, const Token*& at, const Token* end, Builder& builder) {
    switch (part) {
        case Part::use: return run(use, "use", at, end, builder);
        case Part::define: return run(define, "define", at, end, builder);
        case Part::group: return run(group, "group", at, end, builder);
        case Part::rule: return run(rule, "rule", at, end, builder);
        case Part::expression: case Part::path: break;
    }
    return parse_expression_part(part, at, end, builder);
}

}  // namespace crossfoot::syntax
