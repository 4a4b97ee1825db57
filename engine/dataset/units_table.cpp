#include "engine/dataset/units_table.hpp"

#include <algorithm>
#include <unordered_map>

#include "engine/dataset/messages.hpp"
#include "engine/quantity/print_text.hpp"

namespace crossfoot::loading {

namespace {

// `"MWh" = { is = "3 600 000 000 J" }`, not declared yet.
struct Multiple {
    std::string name;
    Span key_span;
    Value value;        // of `is`
    std::string text;   // the same without surrounding white space
};

void clash(std::string_view name, Span span, Loading& loading) {
    loading.problems.add(Code::XF111, span, Message(messages::unit_clash, name));
}

// Declares the multiple when all that it needs is declared; gives what could not be read otherwise.
class MultipleReader {
public:
    explicit MultipleReader(Loading& loading) : loading_(loading) {}

    // True when there is nothing more to do for it.
    bool declare(const Multiple& multiple) {
        Reading reading;
        reading.language = loading_.dataset.manifest.language;
        reading.signs = loading_.dataset.manifest.signs;
        Units& units = loading_.dataset.units;
        ReadResult result = read_figure(multiple.text, reading, units);
        if (std::holds_alternative<NotAFigure>(result)) {
            unread_ = std::get<NotAFigure>(std::move(result));
            return false;
        }
        if (const NumeralError* error = std::get_if<NumeralError>(&result)) {
            numeral_problem(loading_, *error, multiple.value);
            return true;
        }
        const Figure& figure = std::get<Figure>(result);
        const Unit of = units.unit(figure.unit);
        if (figure.qualified || figure.value.sign() <= 0) {
            misfit(loading_, Code::XF111, "is", multiple.value, Message(messages::a_multiple));
        } else if (!units.declare_multiple(multiple.name, figure.value / of.size, of)) {
            clash(multiple.name, multiple.key_span, loading_);
        }
        return true;
    }
    [[nodiscard]] const NotAFigure& unread() const { return unread_; }

private:
    Loading& loading_;
    NotAFigure unread_;
};

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kMostTold = 8;   // units of one cycle that are named

// For each multiple the one that its text ends with, the longest where there are several; kNone where there is none.
std::vector<std::size_t> needs(const std::vector<Multiple>& all) {
    std::unordered_map<std::string_view, std::size_t> by_name;
    for (std::size_t i = 0; i < all.size(); ++i) by_name.emplace(all[i].name, i);
    std::vector<std::size_t> out(all.size(), kNone);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string_view text = all[i].text;
        for (std::size_t from = text.size() - std::min(text.size(), kLongestPrint); from < text.size() && out[i] == kNone; ++from)
            if (const auto found = by_name.find(text.substr(from)); found != by_name.end()) out[i] = found->second;
    }
    return out;
}

// Each multiple behind what it needs; one of a cycle stands where the walk met it.
std::vector<std::size_t> in_order(const std::vector<std::size_t>& need) {
    std::vector<std::size_t> out, way;
    std::vector<bool> met(need.size(), false);
    for (std::size_t i = 0; i < need.size(); ++i) {
        for (std::size_t at = i; at != kNone && !met[at]; at = need[at]) {
            met[at] = true;
            way.push_back(at);
        }
        for (; !way.empty(); way.pop_back()) out.push_back(way.back());
    }
    return out;
}

// A cycle from its unit of the least name on, around to it again.
void tell_cycle(const std::vector<Multiple>& left, const std::vector<std::size_t>& need, std::size_t first, Loading& loading) {
    std::string way = '`' + left[first].name + '`';
    std::size_t told = 1;
    for (std::size_t at = need[first]; at != first; at = need[at])
        if (++told <= kMostTold) way += " → `" + left[at].name + '`';
    if (told > kMostTold) way += " → …";
    way += " → `" + left[first].name + '`';
    loading.problems.add(Code::XF111, left[first].value.span(), Message(messages::unit_cycle, way));
}

// What is left depends on an unknown unit, on itself in a cycle, or on one that does (told there).
void tell_left(const std::vector<Multiple>& left, MultipleReader& reader, Loading& loading) {
    const std::vector<std::size_t> need = needs(left);
    std::vector<std::size_t> walk(left.size(), kNone);   // the walk that met it first
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (need[i] == kNone) {
            static_cast<void>(reader.declare(left[i]));
            Diagnostic& diagnostic = misfit(loading, Code::XF111, "is", left[i].value, Message(messages::a_multiple));
            if (const std::string& near = reader.unread().nearest_unit; !near.empty())
                diagnostic.suggest(Message(messages::did_you_mean, near));
            continue;
        }
        std::size_t at = i;
        for (; at != kNone && walk[at] == kNone; at = need[at]) walk[at] = i;
        if (at == kNone || walk[at] != i) continue;
        std::size_t first = at;
        for (std::size_t next = need[at]; next != at; next = need[next])
            if (left[next].name < left[first].name) first = next;
        tell_cycle(left, need, first, loading);
    }
}

// One declaration; a multiple is put off.
void declare(const Member& member, std::vector<Multiple>& multiples, Loading& loading) {
    if (trimmed(member.key) != member.key || member.key.empty() || (member.key[0] >= '0' && member.key[0] <= '9')) {
        loading.problems.add(Code::XF111, member.key_span(), Message(messages::unit_name));
        return;
    }
    if (member.parts.empty()) {
        misfit(loading, Code::XF111, member.key, member.value, Message(messages::unit_declaration));
        return;
    }
    bool label = false, fits = true;
    std::optional<Multiple> multiple;
    const std::vector<Member> all = members(member.parts, loading.problems);
    for (const Member& each : all) {
        if (each.describes()) continue;
        if (each.key == "label" && each.value.node->is_boolean()) {
            label = each.value.node->as_boolean()->get();
        } else if (const std::string* is = each.value.string(); is != nullptr && each.key == "is") {
            multiple = {std::string(member.key), member.key_span(), each.value, std::string(trimmed(*is))};
        } else if (each.key == "label" || each.key == "is") {
            misfit(loading, Code::XF111, each.key, each.value,
                   Message(each.key == "is" ? messages::a_multiple : messages::a_truth));
            fits = false;
        } else {
            Diagnostic& diagnostic =
                loading.problems.add(Code::XF111, each.key_span(), Message(messages::unknown_unit_key, each.key, member.key));
            suggest_nearest(diagnostic, each.key, {"label", "is"});
            fits = false;
        }
    }
    if (label && multiple) {
        loading.problems.add(Code::XF111, multiple->key_span, Message(messages::label_and_multiple, member.key));
        fits = false;
    }
    if (label && std::any_of(member.key.begin(), member.key.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        loading.problems.add(Code::XF111, member.key_span(), Message(messages::label_with_digit, member.key));
        fits = false;
    }
    if (!fits) return;
    Units& units = loading.dataset.units;
    if (multiple) multiples.push_back(*std::move(multiple));
    else if (!(label ? units.declare_label(std::string(member.key)) : units.declare_count(std::string(member.key))))
        clash(member.key, member.key_span(), loading);
}

}  // namespace

void declare_units(const Member& units, Loading& loading) {
    if (units.parts.empty()) {
        misfit(loading, Code::XF107, units.key, units.value, Message(messages::units_table));
        return;
    }
    std::vector<Multiple> left;
    for (const Member& each : members(units.parts, loading.problems))
        if (!each.describes()) declare(each, left, loading);
    MultipleReader reader(loading);
    std::vector<Multiple> unread;
    for (const std::size_t i : in_order(needs(left)))
        if (!reader.declare(left[i])) unread.push_back(left[i]);
    // a text may end like a name that it does not need: once more, now that all others are declared
    std::erase_if(unread, [&](const Multiple& each) { return reader.declare(each); });
    std::sort(unread.begin(), unread.end(), [](const Multiple& a, const Multiple& b) { return a.name < b.name; });
    tell_left(unread, reader, loading);
}

}  // namespace crossfoot::loading
