#include "engine/dataset/units_table.hpp"

#include <algorithm>

#include "engine/dataset/messages.hpp"

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

// The declaration that the text of `one` ends with, where there is one.
const Multiple* needed(const Multiple& one, const std::vector<Multiple>& all) {
    const Multiple* best = nullptr;
    for (const Multiple& each : all)
        if (one.text.ends_with(each.name) && (best == nullptr || each.name.size() > best->name.size())) best = &each;
    return best;
}

// What is left depends on an unknown unit, on itself in a cycle, or on one that does (told there).
void tell_left(const std::vector<Multiple>& left, MultipleReader& reader, Loading& loading) {
    for (const Multiple& each : left) {
        const Multiple* next = needed(each, left);
        if (next == nullptr) {
            static_cast<void>(reader.declare(each));
            Diagnostic& diagnostic = misfit(loading, Code::XF111, "is", each.value, Message(messages::a_multiple));
            if (const std::string& near = reader.unread().nearest_unit; !near.empty())
                diagnostic.suggest(Message(messages::did_you_mean, near));
            continue;
        }
        std::string way = '`' + each.name + '`';
        bool first = true;   // of its cycle, which is told once
        for (std::size_t steps = 0; next != nullptr && steps < left.size(); ++steps) {
            way += " → `" + next->name + '`';
            first &= !(next->name < each.name);
            if (next == &each) {
                if (first) loading.problems.add(Code::XF111, each.value.span(), Message(messages::unit_cycle, way));
                break;
            }
            next = needed(*next, left);
        }
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
    for (bool again = true; again;) {
        const std::size_t before = left.size();
        std::erase_if(left, [&](const Multiple& each) { return reader.declare(each); });
        again = !left.empty() && left.size() < before;
    }
    tell_left(left, reader, loading);
}

}  // namespace crossfoot::loading
