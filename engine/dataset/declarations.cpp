#include "engine/dataset/declarations.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "engine/dataset/messages.hpp"
#include "engine/dataset/read_value.hpp"

namespace crossfoot::loading {

namespace {

constexpr std::array kRoundings{std::pair{std::string_view("nearest"), Rounding::nearest},
                                std::pair{std::string_view("half-up"), Rounding::half_up},
                                std::pair{std::string_view("half-even"), Rounding::half_even},
                                std::pair{std::string_view("truncated"), Rounding::truncated}};

// How declarations themselves are read: in the dataset's language, whatever stands around them.
Reading declaration_reading(const Loading& loading) {
    Reading reading;
    reading.language = loading.dataset.manifest.language;
    reading.signs = loading.dataset.manifest.signs;
    return reading;
}

// A unit is read the way it stands after a number: a 1 before it, and the rest must be just that unit.
std::variant<UnitId, NotAFigure> unit_named(std::string_view name, Language language, Units& units) {
    Reading reading;
    reading.language = language;
    ReadResult result = read_figure("1 " + std::string(name), reading, units);
    if (const Figure* figure = std::get_if<Figure>(&result)) {
        const Unit& unit = units.unit(figure->unit);
        if (!figure->qualified && figure->value == unit.size) return figure->unit;
    }
    if (NotAFigure* unread = std::get_if<NotAFigure>(&result)) return std::move(*unread);
    return NotAFigure{};
}

void declare_unit(std::string_view key, const Value& value, Context& context, Loading& loading) {
    const std::string* name = value.string();
    if (name == nullptr) {
        misfit(loading, Code::XF112, key, value, Message(messages::a_unit));
        return;
    }
    Units& units = loading.dataset.units;
    auto unit = unit_named(trimmed(*name), loading.dataset.manifest.language, units);
    if (std::holds_alternative<NotAFigure>(unit) && context.reading.language != loading.dataset.manifest.language)
        unit = unit_named(trimmed(*name), context.reading.language, units);
    if (const UnitId* known = std::get_if<UnitId>(&unit)) {
        context.reading.unit = *known;
        return;
    }
    Diagnostic& diagnostic = loading.problems.add(Code::XF112, value.span(), Message(messages::unknown_unit, key, *name));
    const std::string& near = std::get<NotAFigure>(unit).nearest_unit;
    if (!near.empty()) diagnostic.suggest(Message(messages::did_you_mean, near));
    diagnostic.suggest(Message(messages::declare_unit, *name));
}

void declare_precision(std::string_view key, const Value& value, Context& context, Loading& loading) {
    const Reading reading = declaration_reading(loading);
    if (value.node->is_integer() || value.node->is_floating_point()) {
        const auto digits = plain_digits(value, loading);
        if (!digits) return;
        const Rational step = Rational::from_decimal(*digits);
        if (step.sign() > 0) {
            context.reading.precision = {Precision::Mode::step, step, std::nullopt};
            return;
        }
    } else if (const std::string* text = value.string()) {
        auto read = read_precision(trimmed(*text), reading, loading.dataset.units);
        if (const NumeralError* error = std::get_if<NumeralError>(&read)) {
            if (error->headline.empty()) misfit(loading, Code::XF112, key, value, Message(messages::a_precision));
            else numeral_problem(loading, *error, value, static_cast<std::uint32_t>(trimmed(*text).data() - text->data()));
            return;
        }
        Precision& precision = std::get<Precision>(read);
        if (precision.mode != Precision::Mode::step || precision.step.sign() > 0) {
            context.reading.precision = std::move(precision);
            return;
        }
    }
    misfit(loading, Code::XF112, key, value, Message(messages::a_precision));
}

void declare_rounding(std::string_view key, const Value& value, Context& context, Loading& loading) {
    const std::string* name = value.string();
    if (name != nullptr) {
        if (const auto rounding = rounding_from(*name)) {
            context.reading.rounding = rounding;
            return;
        }
    }
    Diagnostic& diagnostic = misfit(loading, Code::XF112, key, value, Message(messages::a_rounding));
    if (name != nullptr) suggest_nearest(diagnostic, *name, rounding_names());
}

void declare_language(std::string_view key, const Value& value, Context& context, Loading& loading) {
    const std::string* name = value.string();
    const auto language = name == nullptr ? std::nullopt : language_from(*name);
    if (language) {
        if (*language != context.reading.language) context.reading.signs = {};   // another language brings its own
        context.reading.language = *language;
    } else misfit(loading, Code::XF112, key, value, Message(messages::a_language));
}

void declare_text(const Value& value, Context& context, Loading& loading) {
    if (const auto* truth = value.node->as_boolean()) context.text = truth->get();
    else misfit(loading, Code::XF112, "_text", value, Message(messages::a_truth));
}

void declare_each(const Value& value, Context& context, Loading& loading) {
    if (const auto* truth = value.node->as_boolean()) context.reading.each = truth->get();
    else misfit(loading, Code::XF112, "_each", value, Message(messages::a_truth));
}

// A name of `_columns`: a string or, for years, a whole number as it is written.
std::optional<std::string> column_name(const Value& value) {
    if (const std::string* name = value.string()) return *name;
    if (value.node->is_integer()) return std::string(value.lexeme());
    return std::nullopt;
}

void declare_columns(const Value& value, Context& context, Loading& loading) {
    const toml::array* names = value.node->as_array();
    if (names == nullptr || names->empty()) {
        misfit(loading, Code::XF112, "_columns", value, Message(messages::column_names));
        return;
    }
    Columns columns;
    bool fits = true;
    for (const toml::node& each : *names) {
        const Value element{value.file, &each};
        const auto name = column_name(element);
        if (!name || name->empty() || name->starts_with('_')) {
            misfit(loading, Code::XF112, "_columns", element, Message(messages::a_column_name));
            fits = false;
            continue;
        }
        const auto same = [&](const auto& known) { return known.first == *name; };
        const auto twice = std::find_if(columns.names.begin(), columns.names.end(), same);
        if (twice != columns.names.end()) {
            loading.problems.add(Code::XF112, element.span(), Message(messages::column_twice, *name))
                .label(twice->second, Message(messages::first_here));
            fits = false;
        }
        columns.names.emplace_back(*name, element.span());
    }
    if (fits) context.columns = &loading.columns.emplace_back(std::move(columns));
}

// A line of the draft: a positive whole number.
std::optional<std::uint32_t> line_number(const toml::node& node) {
    const auto* number = node.as_integer();
    if (number == nullptr || number->get() < 1 || number->get() > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    return static_cast<std::uint32_t>(number->get());
}

// How far figures are to be trusted: a positive TOML number.
void check_trust(const Value& value, Loading& loading) {
    if (value.node->is_integer() || value.node->is_floating_point()) {
        const auto digits = plain_digits(value, loading);
        if (!digits || Rational::from_decimal(*digits).sign() > 0) return;
    }
    misfit(loading, Code::XF112, "_trust", value, Message(messages::a_positive_number));
}

void describe(const Member& member, Scope& scope, Loading& loading) {
    const Value& value = member.value;
    if (member.key == "_trust") check_trust(value, loading);
    if (member.key == "_line") {
        scope.line = line_number(*value.node);
        if (!scope.line) misfit(loading, Code::XF112, member.key, value, Message(messages::a_line));
    } else if (member.key == "_lines") {
        const toml::array* lines = value.node->as_array();
        if (lines != nullptr && lines->size() == 2) {
            const auto first = line_number((*lines)[0]), last = line_number((*lines)[1]);
            if (first && last && *first <= *last) scope.lines = {*first, *last};
        }
        if (!scope.lines) misfit(loading, Code::XF112, member.key, value, Message(messages::two_lines));
    }
    const std::string* text = value.string();
    scope.descriptions.push_back({std::string(member.key), text != nullptr ? *text : std::string(value.lexeme())});
}

}  // namespace

std::optional<Rounding> rounding_from(std::string_view name) {
    for (const auto& [known, rounding] : kRoundings)
        if (known == name) return rounding;
    return std::nullopt;
}

std::vector<std::string_view> rounding_names() {
    std::vector<std::string_view> names;
    for (const auto& each : kRoundings) names.push_back(each.first);
    return names;
}

NumberSigns declared_signs(const std::vector<Member>& members, std::string_view prefix, Code code, Language language, NumberSigns outer,
                           Loading& loading) {
    NumberSigns out = outer;
    const Member* last = nullptr;
    bool fits = true;
    for (const Member& each : members) {
        if (!each.key.starts_with(prefix)) continue;
        const std::string_view key = each.key.substr(prefix.size());
        if (key != "group" && key != "decimal") continue;
        const std::string* text = each.value.string();
        const auto sign = text == nullptr ? std::nullopt : number_sign(*text);
        if (!sign || (key == "decimal" && *sign == ' ')) {
            misfit(loading, code, each.key, each.value, Message(key == "group" ? messages::a_group_sign : messages::a_decimal_sign));
            fits = false;
            continue;
        }
        (key == "group" ? out.group : out.decimal) = *sign;
        last = &each;
    }
    if (!fits || last == nullptr) return outer;
    const char decimal = decimal_sign(language, out);
    if (out.group != decimal) return out;
    misfit(loading, code, last->key, last->value, Message(messages::another_sign));
    return outer;
}

void declare_numerals(const std::vector<Member>& members, Context& context, Loading& loading) {
    for (const Member& each : members)
        if (each.key == "language") declare_language(each.key, each.value, context, loading);
    context.reading.signs = declared_signs(members, "", Code::XF112, context.reading.language, context.reading.signs, loading);
}

bool declare_detail(std::string_view key, const Value& value, Context& context, Loading& loading) {
    const std::string_view plain = key.starts_with('_') ? key.substr(1) : key;
    if (plain == "unit") declare_unit(key, value, context, loading);
    else if (plain == "precision") declare_precision(key, value, context, loading);
    else if (plain == "rounding") declare_rounding(key, value, context, loading);
    else return plain == "language" || plain == "group" || plain == "decimal";
    return true;
}

Context declared(const std::vector<Member>& members, const Context& outer, Loading& loading) {
    Context context = outer;
    Scope scope;
    // The language first: the unit may be a word of it.
    for (const Member& each : members)
        if (each.key == "_language") declare_language(each.key, each.value, context, loading);
    context.reading.signs = declared_signs(members, "_", Code::XF112, context.reading.language, context.reading.signs, loading);
    for (const Member& each : members) {
        if (!each.describes() || each.key == "_language") continue;
        if (each.key == "_text") declare_text(each.value, context, loading);
        else if (each.key == "_each") declare_each(each.value, context, loading);
        else if (each.key == "_columns") declare_columns(each.value, context, loading);
        else if (!declare_detail(each.key, each.value, context, loading)) describe(each, scope, loading);
    }
    if (!scope.descriptions.empty()) {
        scope.parent = outer.scope;
        context.scope = loading.dataset.add_scope(std::move(scope));
    }
    return context;
}

}  // namespace crossfoot::loading
