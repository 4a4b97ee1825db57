#include "engine/dataset/waivers.hpp"

#include <algorithm>
#include <array>

#include "engine/dataset/messages.hpp"

namespace crossfoot::loading {

namespace {

constexpr std::array<std::string_view, 6> kKeys{"rule", "bindings", "reason", "values", "until", "by"};

void read_string(const Member& member, std::string& out, Loading& loading) {
    const std::string* text = member.value.string();
    if (text != nullptr && !trimmed(*text).empty()) out = *text;
    else misfit(loading, Code::XF107, member.key, member.value, Message(messages::a_nonempty_string));
}

void read_bindings(const Member& member, Waiver& waiver, Loading& loading) {
    if (member.parts.empty()) {
        misfit(loading, Code::XF107, member.key, member.value, Message(messages::binding_table));
        return;
    }
    for (const Member& each : members(member.parts, loading.problems)) {
        if (const std::string* text = each.value.string()) waiver.bindings.emplace_back(each.key, *text);
        else if (each.value.node->is_integer()) waiver.bindings.emplace_back(each.key, each.value.lexeme());
        else misfit(loading, Code::XF107, each.key, each.value, Message(messages::a_binding));
    }
}

// A TOML date, or a date as the report writes one: its last day.
void read_until(const Member& member, Waiver& waiver, Loading& loading) {
    if (const auto* date = member.value.node->as_date()) {
        if (const auto days = day(date->get().year, date->get().month, date->get().day)) waiver.until = days->last;
    } else if (const std::string* text = member.value.string()) {
        if (const auto days = read_date(trimmed(*text), loading.dataset.manifest.language, loading.dataset.manifest.dates)) waiver.until = days->last;
    }
    if (!waiver.until) misfit(loading, Code::XF107, member.key, member.value, Message(messages::a_date));
}

void read_waiver(const Parts& parts, Span span, Loading& loading) {
    Waiver waiver;
    waiver.span = span;
    bool has_rule = false, has_reason = false;
    for (const Member& each : members(parts, loading.problems)) {
        has_rule |= each.key == "rule";
        has_reason |= each.key == "reason";
        if (each.key == "rule") read_string(each, waiver.rule, loading);
        else if (each.key == "reason") read_string(each, waiver.reason, loading);
        else if (each.key == "values") read_string(each, waiver.values, loading);
        else if (each.key == "by") read_string(each, waiver.by, loading);
        else if (each.key == "bindings") read_bindings(each, waiver, loading);
        else if (each.key == "until") read_until(each, waiver, loading);
        else if (!each.describes()) {
            Diagnostic& diagnostic =
                loading.problems.add(Code::XF106, each.key_span(), Message(messages::unknown_key, each.key, "[[waiver]]"));
            suggest_nearest(diagnostic, each.key, {kKeys.begin(), kKeys.end()});
            diagnostic.suggest(Message(messages::known_keys, "`rule`, `bindings`, `reason`, `values`, `until`, `by`"));
        }
    }
    if (!has_rule) loading.problems.add(Code::XF107, span, Message(messages::waiver_lacks, "rule"));
    if (!has_reason) loading.problems.add(Code::XF107, span, Message(messages::waiver_lacks, "reason"));
    loading.dataset.waivers.push_back(std::move(waiver));
}

}  // namespace

void read_waivers(const Value& waivers, Loading& loading) {
    const toml::array* all = waivers.node->as_array();
    if (all == nullptr) {
        misfit(loading, Code::XF107, kWaivers, waivers, Message(messages::waiver_tables));
        return;
    }
    for (const toml::node& each : *all) {
        const Value value{waivers.file, &each};
        if (const toml::table* table = each.as_table()) read_waiver({Part{value.file, table}}, value.span(), loading);
        else misfit(loading, Code::XF107, kWaivers, value, Message(messages::waiver_tables));
    }
}

}  // namespace crossfoot::loading
