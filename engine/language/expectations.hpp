// What the grammar can expect, in the reader's words: the one table from the names of its terminals and rules to
// wording, and to what help may look for.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "engine/text/message.hpp"

namespace crossfoot::syntax {

// What a misplaced word may have been meant as.
enum class Wants : std::uint8_t { sign, name, operand, continuation, declaration };

struct Expectation {
    std::string_view name;
    Template text;
    Wants wants = Wants::sign;
    std::span<const std::string_view> keywords = {};
};

inline constexpr std::array<std::string_view, 4> kTopKeywords = {"rule", "group", "define", "use"};
inline constexpr std::array<std::string_view, 3> kGroupKeywords = {"rule", "group", "define"};
inline constexpr std::array<std::string_view, 4> kHeaderKeywords = {"severity", "tags", "note", "for"};
inline constexpr std::array<std::string_view, 5> kForKeywords = {"where", "for", "severity", "tags", "note"};
inline constexpr std::array<std::string_view, 3> kSeverities = {"error", "warning", "info"};
inline constexpr std::array<std::string_view, 6> kOperatorWords = {"and", "or", "in", "matches", "within", "except"};
inline constexpr std::array<std::string_view, 1> kThen = {"then"};
inline constexpr std::array<std::string_view, 1> kIn = {"in"};

// The first row stands for what the grammar would not name.
inline constexpr std::array<Expectation, 52> kExpectations = {{
    {"operator", {"an operator", "un opérateur"}, Wants::continuation, kOperatorWords},
    {"expression", {"an expression", "une expression"}, Wants::operand},
    {"path", {"a path", "un chemin"}, Wants::operand},
    {"operand", {"a value", "une valeur"}, Wants::operand},
    {"name", {"a name", "un nom"}, Wants::name},
    {"key", {"a key", "une clé"}},
    {"step_key", {"a key, `*` or `{{` after the point", "une clé, `*` ou `{{` après le point"}},
    {"step", {"a step of the path", "un pas du chemin"}},
    {"keys", {"keys in braces", "des clés entre accolades"}},
    {"except", {"`except`", "`except`"}},
    {"star", {"`*`", "`*`"}},
    {"comma", {"`,`", "`,`"}},
    {"dot", {"`.`", "`.`"}},
    {"dots", {"`..`", "`..`"}},
    {"minus", {"`-`", "`-`"}},
    {"colon", {"`:`", "`:`"}},
    {"arguments", {"an argument or `)`", "un argument ou `)`"}, Wants::operand},
    {"items", {"an expression or `]`", "une expression ou `]`"}, Wants::operand},
    {"open_paren", {"`(`", "`(`"}},
    {"close_paren", {"an operator or `)`", "un opérateur ou `)`"}, Wants::continuation, kOperatorWords},
    {"close_arguments", {"`,` or `)`", "`,` ou `)`"}, Wants::continuation, kOperatorWords},
    {"open_bracket", {"`[`", "`[`"}},
    {"close_bracket", {"`]`", "`]`"}, Wants::continuation, kOperatorWords},
    {"close_list", {"`,` or `]`", "`,` ou `]`"}, Wants::continuation, kOperatorWords},
    {"close_keys", {"`,` or `}}` after a key", "`,` ou `}}` après une clé"}},
    {"if", {"`if`", "`if`"}},
    {"then", {"`then` after the condition", "`then` après la condition"}, Wants::continuation, kThen},
    {"some", {"`some`", "`some`"}},
    {"some_name", {"a name after `some`", "un nom après `some`"}, Wants::name},
    {"some_colon", {"`:` before the condition of `some`",
     "`:` avant la condition de `some`"}, Wants::continuation, kOperatorWords},
    {"in", {"`in` after the name", "`in` après le nom"}, Wants::sign, kIn},
    {"regex", {"a regular expression between slashes after `matches`",
     "une expression rationnelle entre barres après `matches`"}},
    {"severity", {"`error`, `warning` or `info` after `severity`",
     "`error`, `warning` ou `info` après `severity`"}, Wants::sign, kSeverities},
    {"open_tags", {"`[` after `tags`", "`[` après `tags`"}},
    {"tag", {"a tag", "une étiquette"}},
    {"note_text", {"the text of the note between quotes", "le texte de la note entre guillemets"}},
    {"for_name", {"a name after `for`", "un nom après `for`"}, Wants::name},
    {"let_name", {"a name after `let`", "un nom après `let`"}, Wants::name},
    {"let_equal", {"`=` after the name", "`=` après le nom"}},
    {"let_end", {"an operator or `;` at the end of `let`",
     "un opérateur ou `;` à la fin de `let`"}, Wants::continuation, kOperatorWords},
    {"rule_id", {"an id after `rule`", "un identifiant après `rule`"}},
    {"rule_colon", {"`:` before the rule's relation",
     "`:` avant la relation de la règle"}, Wants::continuation, kForKeywords},
    {"group_id", {"an id after `group`", "un identifiant après `group`"}},
    {"open_group", {"`{{` before the group's rules", "`{{` avant les règles du groupe"}},
    {"define_name", {"a name after `define`", "un nom après `define`"}, Wants::name},
    {"define_equal", {"`=` before what the name stands for", "`=` avant ce que le nom désigne"}},
    {"parameter", {"a parameter's name", "le nom d'un paramètre"}, Wants::name},
    {"use_path", {"the path of a rule file between quotes after `use`",
     "le chemin d'un fichier de règles entre guillemets après `use`"}},
    {"declaration_end", {"an operator or the next declaration",
     "un opérateur ou la déclaration suivante"}, Wants::continuation, kOperatorWords},
    {"declaration", {"a declaration (`rule`, `group`, `define` or `use`)",
     "une déclaration (`rule`, `group`, `define` ou `use`)"}, Wants::declaration, kTopKeywords},
    {"group_member", {"a declaration (`rule`, `group` or `define`) or the group's `}}`",
     "une déclaration (`rule`, `group` ou `define`) ou le `}}` du groupe"}, Wants::declaration, kGroupKeywords},
    {"hole_end", {"the end of the path", "la fin du chemin"}, Wants::continuation},
}};

}  // namespace crossfoot::syntax
