#include "reports/html/filter.hpp"

#include "reports/html/messages.hpp"
#include "reports/message.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports::html {

Choice counted_choice(std::string_view value, std::string_view name, std::uint64_t count, Language language) {
    return {std::string(value), Message(words::option, name, number(count, language)).in(language)};
}

void write_filter(Html& out, const Filter& filter) {
    const auto id = [&](std::string_view field) { return std::string(filter.id).append("-").append(field); };
    const std::string text = id("text"), keys = id("keys");
    out.open("form", {{"id", filter.id}, {"class", "filter"}, {"role", "search"}, {"data-table", filter.table},
                      {"aria-labelledby", filter.heading}, {"hidden", ""}}).line();
    out.open("p").element("label", {{"for", text}}, words::search);
    out.empty("input", {{"id", text}, {"type", "search"}, {"autocomplete", "off"}, {"aria-describedby", keys}});
    out.close().line();
    std::string fields = text;
    for (const Choices& each : filter.choices) {
        const std::string name = id(each.name);
        fields.append(" ").append(name);
        out.open("p").element("label", {{"for", name}}, *each.label);
        out.open("select", {{"id", name}, {each.key.empty() ? "data-order" : "data-key", each.key}}).line();
        for (const Choice& choice : each.choices) out.element("option", {{"value", choice.value}}, choice.shown).line();
        out.close().close().line();
    }
    out.open("p", {{"class", "buttons"}}).element("button", {{"type", "reset"}}, words::clear);
    if (filter.unfold != nullptr)
        out.text(" ").element("button", {{"type", "button"}, {"class", "unfold"}, {"aria-pressed", "false"}}, *filter.unfold);
    out.close().line();
    out.element("p", {{"id", keys}, {"class", "keys"}}, words::keys).line();
    const std::string count_words = Message(*filter.shown, "{0}", "{1}").in(out.language());
    out.element("output", {{"id", id("count")}, {"role", "status"}, {"for", fields}, {"data-words", count_words}}, "");
    out.close().line();
}

}  // namespace crossfoot::reports::html
