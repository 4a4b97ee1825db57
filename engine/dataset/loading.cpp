#include "engine/dataset/loading.hpp"

#include <algorithm>

#include "engine/dataset/messages.hpp"
#include "engine/dataset/toml_string.hpp"
#include "engine/quantity/print_text.hpp"
#include "engine/text/nearest.hpp"
#include "engine/text/text_form.hpp"

namespace crossfoot::loading {

namespace {

// Two files may both say `[agences]`; an inline table or a figure with details is closed, as within one file.
bool joins(const Member& member) {
    const toml::table* table = member.value.node->as_table();
    return table != nullptr && !table->is_inline() && !table->contains("value");
}

Member member(const TomlFile& file, const toml::key& key, const toml::node& node) {
    Member out{key.str(), &key, {&file, &node}, {}};
    if (const toml::table* table = node.as_table()) out.parts.push_back({&file, table});
    return out;
}

}  // namespace

Span Value::inside(std::uint32_t begin, std::uint32_t end) const {
    const std::string* text = string();
    return text == nullptr ? span() : inside_toml_string(span(), lexeme(), *text, begin, end);
}

std::vector<Member> members(const Parts& parts, Diagnostics& problems, std::string_view listed) {
    std::vector<Member> all;
    for (const Part& part : parts)
        for (const auto& [key, node] : *part.table) all.push_back(member(*part.file, key, node));
    const auto apart = [](const Member& each) { return has_combining_mark(each.key); };
    const bool one_form = std::none_of(all.begin(), all.end(), apart);
    if (parts.size() < 2 && one_form) return all;   // a TOML table is sorted and has no key twice

    // a letter and its accent may be typed in two ways and are one key all the same
    const auto key_of = [one_form](const Member& each) { return one_form ? std::string(each.key) : composed(each.key); };
    std::stable_sort(all.begin(), all.end(), [&](const Member& a, const Member& b) {
        if (one_form) return a.key < b.key;
        const int order = key_of(a).compare(key_of(b));
        return order != 0 ? order < 0 : a.value.file == b.value.file && a.key_span().begin < b.key_span().begin;
    });
    std::vector<Member> out;
    for (Member& each : all) {
        if (out.empty() || (out.back().key != each.key && (one_form || key_of(out.back()) != key_of(each)))) {
            out.push_back(std::move(each));
        } else if (joins(out.back()) && joins(each)) {
            out.back().parts.push_back(each.parts.front());
        } else if (each.key != listed) {
            problems.add(Code::XF105, each.key_span(), Message(messages::defined_twice, each.key))
                .label(out.back().key_span(), Message(messages::first_here));
        }
    }
    return out;
}

Message found_value(const Value& value) {
    switch (value.node->type()) {
        case toml::node_type::table: return Message(messages::a_table);
        case toml::node_type::array:
            if (value.node->is_array_of_tables()) return Message(messages::an_array_of_tables);
            break;
        default: break;
    }
    constexpr std::size_t kMost = 60;
    const std::string_view lexeme = value.lexeme();
    if (lexeme.find('\n') != std::string_view::npos || lexeme.size() > kMost)
        return Message(value.node->is_array() ? messages::an_array : messages::a_long_string);
    return Message(messages::quoted, lexeme);
}

Diagnostic& misfit(Loading& loading, Code code, std::string_view key, const Value& value, Message expected) {
    return loading.problems.add(code, value.span(),
                                Message(messages::misfit, key, found_value(value), std::move(expected)));
}

void numeral_problem(Loading& loading, const NumeralError& error, const Value& value, std::uint32_t shift) {
    const Span span = value.inside(error.begin + shift, error.end + shift);
    Diagnostic& diagnostic = loading.problems.add(error.code, span, error.headline);
    for (const Message& each : error.help) diagnostic.suggest(each);
}

void suggest_nearest(Diagnostic& diagnostic, std::string_view name, const std::vector<std::string_view>& known) {
    const std::vector<std::string> near = nearest(name, known, 1);
    if (!near.empty()) diagnostic.suggest(Message(messages::did_you_mean, near.front()));
}

}  // namespace crossfoot::loading
