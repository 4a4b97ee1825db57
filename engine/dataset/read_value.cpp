#include "engine/dataset/read_value.hpp"

#include <algorithm>

#include "engine/dataset/messages.hpp"

namespace crossfoot::loading {

namespace {

ReadValue of_kind(NodeKind kind, std::uint32_t payload) {
    ReadValue out;
    out.node.kind = kind;
    out.node.payload = payload;
    return out;
}

ReadValue text_value(const std::string& text, Loading& loading) {
    return of_kind(NodeKind::text, loading.dataset.add_text(text));
}

ReadValue figure_value(Figure figure, std::string_view printed, Loading& loading) {
    figure.printed = printed;
    return of_kind(NodeKind::figure, loading.dataset.add_figure(std::move(figure)));
}

// Missing and withheld values have the unit in force, so that they stand among figures of their kind.
Figure missing_figure(const Context& context) {
    Figure figure;
    figure.state = FigureState::missing;
    figure.range = Interval::everything();
    figure.unit = context.reading.unit.value_or(0);
    return figure;
}

Figure suppressed_figure(const Suppressed& suppressed, const Context& context, const Units& units) {
    Figure figure;
    figure.state = FigureState::suppressed;
    figure.range = suppressed.range;
    figure.unit = suppressed.unit.value_or(context.reading.unit.value_or(0));
    if (!suppressed.unit && context.reading.unit) {
        const Rational& size = units.unit(*context.reading.unit).size;
        for (End* end : {&figure.range.low, &figure.range.high})
            if (!end->unbounded) end->value *= size;
    }
    return figure;
}

// What a marker stands for; nothing where `marker` is none.
std::optional<ReadValue> marker_figure(std::string_view marker, std::string_view printed, std::string_view mark, const Context& context,
                                       Loading& loading) {
    const Suppressed* suppressed = loading.markers.find_suppressed(marker);
    if (suppressed == nullptr && !loading.markers.is_missing(marker)) return std::nullopt;
    Figure figure = suppressed != nullptr ? suppressed_figure(*suppressed, context, loading.dataset.units) : missing_figure(context);
    figure.mark = mark;
    return figure_value(std::move(figure), printed, loading);
}

std::optional<ReadValue> read_string(const Value& value, const std::string& whole, const Context& context,
                                     Loading& loading) {
    if (context.text) return text_value(whole, loading);
    const std::string_view text = trimmed(whole);
    Dataset& dataset = loading.dataset;
    if (auto figure = marker_figure(text, text, {}, context, loading)) return figure;
    if (const auto flagged = loading.markers.flagged(text)) return marker_figure(flagged->first, text, flagged->second, context, loading);
    if (const auto noted = loading.markers.annotated(text)) return marker_figure(noted->first, text, noted->second, context, loading);

    ReadResult result = read_figure(text, context.reading, dataset.units);
    if (Figure* figure = std::get_if<Figure>(&result)) return figure_value(std::move(*figure), text, loading);
    if (const auto date = read_date(text, context.reading.language, context.reading.dates))
        return of_kind(NodeKind::date, dataset.add_date(*date));
    const auto shift = static_cast<std::uint32_t>(text.data() - whole.data());
    if (const NumeralError* error = std::get_if<NumeralError>(&result)) {
        numeral_problem(loading, *error, value, shift);
        return std::nullopt;
    }
    ReadValue out = text_value(whole, loading);
    NotAFigure& unread = std::get<NotAFigure>(result);
    if (unread.number_like) {
        unread.begin += shift;
        unread.end += shift;
        out.unread = std::move(unread);
    }
    return out;
}

std::optional<ReadValue> read_number(const Value& value, const Context& context, Loading& loading) {
    const auto digits = plain_digits(value, loading);
    if (!digits) return std::nullopt;
    ReadResult result = read_plain(*digits, context.reading, loading.dataset.units);
    if (Figure* figure = std::get_if<Figure>(&result)) return figure_value(std::move(*figure), value.lexeme(), loading);
    if (const NumeralError* error = std::get_if<NumeralError>(&result)) {
        Diagnostic& diagnostic = loading.problems.add(error->code, value.span(), error->headline);
        diagnostic.help = error->help;
    } else {
        loading.problems.add(Code::XF109, value.span(), Message(messages::unreadable_number, value.lexeme()));
    }
    return std::nullopt;
}

std::optional<ReadValue> read_day(const toml::date& date, const Value& value, Loading& loading) {
    if (const auto days = day(date.year, date.month, date.day))
        return of_kind(NodeKind::date, loading.dataset.add_date(*days));
    loading.problems.add(Code::XF103, value.span(), Message(messages::no_such_day, value.lexeme()));
    return std::nullopt;
}

}  // namespace

std::optional<std::string> plain_digits(const Value& value, Loading& loading) {
    std::string digits(value.lexeme());
    const auto* whole = value.node->as_integer();
    if (whole != nullptr && digits.find_first_of("xob") != std::string::npos) return std::to_string(whole->get());
    digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
    if (digits.starts_with('+')) digits.erase(0, 1);
    if (whole == nullptr && digits.find_first_of("eEinpx") != std::string::npos) {
        const bool exponent = digits.find_first_of("eEpx") != std::string::npos;
        Diagnostic& diagnostic = loading.problems.add(
            Code::XF109, value.span(), Message(exponent ? messages::has_exponent : messages::not_finite, value.lexeme()));
        diagnostic.suggest(exponent ? Message(messages::write_digits) : Message(messages::leave_missing));
        return std::nullopt;
    }
    return digits;
}

std::optional<ReadValue> read_value(const Value& value, const Context& context, Loading& loading) {
    const toml::node& node = *value.node;
    switch (node.type()) {
        case toml::node_type::string: return read_string(value, node.as_string()->get(), context, loading);
        case toml::node_type::integer:
        case toml::node_type::floating_point: return read_number(value, context, loading);
        case toml::node_type::boolean: {
            ReadValue out = of_kind(NodeKind::truth, 0);
            out.node.truth = node.as_boolean()->get();
            return out;
        }
        case toml::node_type::date: return read_day(node.as_date()->get(), value, loading);
        case toml::node_type::date_time: return read_day(node.as_date_time()->get().date, value, loading);
        default: break;
    }
    loading.problems.add(Code::XF118, value.span(), Message(messages::time_of_day, value.lexeme()))
        .suggest(Message(messages::quote_text));
    return std::nullopt;
}

}  // namespace crossfoot::loading
