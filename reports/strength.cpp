#include "reports/strength.hpp"

#include <algorithm>
#include <vector>

#include "reports/cells.hpp"
#include "reports/message.hpp"
#include "reports/places.hpp"
#include "reports/rule_set_messages.hpp"
#include "reports/text_columns.hpp"
#include "reports/wording.hpp"

namespace crossfoot::reports {
namespace {

constexpr std::size_t kWeakest = 20;   // figures shown

class StrengthText {
public:
    StrengthText(const Strength& strength, const Dataset& dataset, const Page& page)
        : strength_(strength), dataset_(dataset), page_(page), places_(dataset.sources) {}

    std::string render() {
        unprotected();
        weakest();
        chapters();
        out_.append(strength_in_words(strength_, page_.language)).append("\n");
        return std::move(out_);
    }

private:
    void heading(const Template& words, std::size_t count) {
        const std::string text(words.in(page_.language));
        const std::string title = count == 0 ? text : Message(words::heading_of, text, number(count, page_.language)).in(page_.language);
        out_.append(paint(page_, Style::bold, title)).append("\n");
    }

    void unprotected() {
        Columns columns;
        std::size_t count = 0;
        for (const FigureStrength& each : strength_.figures) {
            if (!each.unprotected) continue;
            ++count;
            columns.add({dataset_.path(each.figure), clean(dataset_.figure(each.figure).printed), place(each.figure)});
        }
        if (count == 0) return;
        heading(words::strength_unprotected, count);
        columns.append_to(out_);
        out_ += "\n";
    }

    void weakest() {
        std::vector<const FigureStrength*> guarded;
        for (const FigureStrength& each : strength_.figures)
            if (!each.unprotected && each.slips.caught < each.slips.all) guarded.push_back(&each);
        if (guarded.empty()) return;
        std::stable_sort(guarded.begin(), guarded.end(), [](const FigureStrength* a, const FigureStrength* b) { return weaker(*a, *b); });
        if (guarded.size() > kWeakest) guarded.resize(kWeakest);
        heading(words::strength_weakest, 0);
        Columns columns;
        for (const FigureStrength* each : guarded)
            columns.add({dataset_.path(each->figure), clean(dataset_.figure(each->figure).printed),
                         place(each->figure), share_of(each->slips, page_.language), unnoticed(*each)});
        columns.append_to(out_);
        out_ += "\n";
    }

    std::string unnoticed(const FigureStrength& each) const {
        const std::string values = unnoticed_in_words(each, dataset_, page_.language), surely = surely_in_words(each, dataset_);
        if (values.empty()) return {};
        if (surely.empty()) return Message(words::unnoticed_range, values).in(page_.language);
        return Message(words::unnoticed_surely, values, surely).in(page_.language);
    }

    void chapters() {
        if (strength_.chapters.size() < 2) return;
        heading(words::strength_chapters, 0);
        Columns columns;
        for (const ChapterStrength& each : strength_.chapters)
            columns.add({clean(each.key), share_of(each.slips, page_.language), counted(words::n_figures, each.figures, page_.language),
                         each.unprotected == 0 ? "" : counted(words::n_unprotected, each.unprotected, page_.language)});
        columns.append_to(out_);
        out_ += "\n";
    }

    std::string place(NodeId node) {
        const Span span = dataset_.node(node).span;
        if (!span.valid()) return {};
        const Position at = places_.at(span);
        return page_.file_name(dataset_.sources, span.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    }

    const Strength& strength_;
    const Dataset& dataset_;
    const Page& page_;
    Places places_;
    std::string out_;
};

}  // namespace

std::string share_of(const SlipCount& slips, Language language) {
    if (slips.all == 0) return "–";
    const Rational percent(static_cast<std::int64_t>(slips.caught * 100), static_cast<std::int64_t>(slips.all));
    std::string digits = percent.fixed(1, Rational::Direction::down);
    if (language == Language::fr) std::replace(digits.begin(), digits.end(), '.', ',');
    return digits + "\xC2\xA0%";
}

std::string strength_in_words(const Strength& strength, Language language) {
    const ChapterStrength& all = strength.overall;
    if (all.slips.all == 0) return std::string(words::strength_nothing.in(language));
    const std::string figures =
        counted(words::n_figures, all.figures, language) + ", " + counted(words::n_unprotected, all.unprotected, language);
    return Message(words::strength_overall, share_of(all.slips, language), counted(words::n_slips, all.slips.all, language),
                   figures, counted(words::n_rules, strength.rules, language))
        .in(language);
}

std::string strength_line(const Strength& strength, Language language) {
    return Message(words::heading_of, std::string(words::strength.in(language)), strength_in_words(strength, language)).in(language);
}

std::string unnoticed_in_words(const FigureStrength& figure, const Dataset& dataset, Language language) {
    if (!figure.unnoticed) return {};
    Interval range = Interval::everything();
    if (figure.unnoticed->low) range.low = End::closed(*figure.unnoticed->low);
    if (figure.unnoticed->high) range.high = End::closed(*figure.unnoticed->high);
    return range_in_words(range, scale_of(dataset.figure(figure.figure), dataset), language);
}

std::string surely_in_words(const FigureStrength& figure, const Dataset& dataset) {
    if (!figure.surely) return {};
    return quantity(*figure.surely, scale_of(dataset.figure(figure.figure), dataset));
}

bool weaker(const FigureStrength& a, const FigureStrength& b) {
    return a.slips.caught * b.slips.all < b.slips.caught * a.slips.all;
}

std::string render_strength(const Strength& strength, const Dataset& dataset, const Page& page) {
    return StrengthText(strength, dataset, page).render();
}

}  // namespace crossfoot::reports
