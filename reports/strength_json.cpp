#include "reports/json_head.hpp"
#include "reports/places.hpp"
#include "reports/strength.hpp"

namespace crossfoot::reports {
namespace {

class StrengthJson {
public:
    StrengthJson(JsonWriter& json, const Strength& strength, const Dataset& dataset)
        : json_(json), strength_(strength), dataset_(dataset), places_(dataset.sources) {}

    void write() {
        json_.member("rules", std::uint64_t{strength_.rules});
        json_.key("overall");
        chapter(strength_.overall);
        json_.key("chapters");
        json_.begin_array();
        for (const ChapterStrength& each : strength_.chapters) chapter(each);
        json_.end_array();
        json_.key("figures");
        json_.begin_array();
        for (const FigureStrength& each : strength_.figures) figure(each);
        json_.end_array();
    }

private:
    void chapter(const ChapterStrength& chapter) {
        json_.begin_object(kInline);
        if (&chapter != &strength_.overall) json_.member("key", chapter.key);
        json_.member("figures", chapter.figures);
        json_.member("unprotected", chapter.unprotected);
        slips(chapter.slips);
        json_.end_object();
    }

    void figure(const FigureStrength& strength) {
        const Figure& figure = dataset_.figure(strength.figure);
        json_.begin_object();
        json_.member("path", dataset_.path(strength.figure));
        json_.member("printed", figure.printed);
        json_.member("unit", dataset_.units.base_name(dataset_.units.unit(figure.unit).dimension));
        place(dataset_.node(strength.figure).span);
        json_.member("guards", std::uint64_t{strength.guards});
        json_.member("unprotected", strength.unprotected);
        slips(strength.slips);
        json_.key("unnoticed");
        if (strength.unnoticed) unnoticed(*strength.unnoticed);
        else json_.null();
        number("surely", strength.surely);
        json_.end_object();
    }

    void slips(const SlipCount& slips) {
        json_.member("slips", slips.all);
        json_.member("caught", slips.caught);
    }

    void unnoticed(const Unnoticed& unnoticed) {
        json_.begin_object(kInline);
        number("step", unnoticed.step);
        number("low", unnoticed.low);
        number("high", unnoticed.high);
        json_.member("proved", unnoticed.proved);
        json_.end_object();
    }

    void number(std::string_view name, const std::optional<Rational>& value) {
        if (value) json_.member(name, value->decimal(Rational::Direction::nearest));
        else json_.null_member(name);
    }

    void place(Span span) {
        if (!span.valid()) return json_.null_member("file"), json_.null_member("line"), json_.null_member("column");
        const Position at = places_.at(span);
        json_.member("file", dataset_.sources.file(span.file).name());
        json_.member("line", std::uint64_t{at.line});
        json_.member("column", std::uint64_t{at.column});
    }

    JsonWriter& json_;
    const Strength& strength_;
    const Dataset& dataset_;
    Places places_;
};

}  // namespace

void write_strength(JsonWriter& json, const Strength& strength, const Dataset& dataset) {
    StrengthJson(json, strength, dataset).write();
}

std::string render_strength_json(const Strength& strength, const Dataset& dataset) {
    JsonWriter json;
    json.begin_object();
    write_head(json, dataset.manifest);
    write_strength(json, strength, dataset);
    json.end_object();
    return std::move(json).finish();
}

}  // namespace crossfoot::reports
