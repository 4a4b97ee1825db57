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
    StrengthText(const StrengthMaterial& material, const Page& page)
        : strength_(material.strength), dataset_(material.dataset), rules_(material.rules), page_(page), places_(dataset_.sources) {}

    std::string render() {
        unprotected();
        weakest();
        chapters();
        overall();
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
        std::stable_sort(guarded.begin(), guarded.end(), [](const FigureStrength* a, const FigureStrength* b) {
            return a->slips.caught * b->slips.all < b->slips.caught * a->slips.all;
        });
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
        if (!each.unnoticed) return {};
        Interval range = Interval::everything();
        if (each.unnoticed->low) range.low = End::closed(*each.unnoticed->low);
        if (each.unnoticed->high) range.high = End::closed(*each.unnoticed->high);
        const Scale scale = scale_of(dataset_.figure(each.figure), dataset_);
        const std::string values = range_in_words(range, scale, page_.language);
        if (!each.surely) return Message(words::unnoticed_range, values).in(page_.language);
        return Message(words::unnoticed_surely, values, quantity(*each.surely, scale)).in(page_.language);
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

    void overall() {
        const ChapterStrength& all = strength_.overall;
        if (all.slips.all == 0) {
            out_.append(words::strength_nothing.in(page_.language)).append("\n");
            return;
        }
        const Message line(words::strength_overall, share_of(all.slips, page_.language), counted(words::n_slips, all.slips.all, page_.language),
                           counted(words::n_figures, all.figures, page_.language) + ", " +
                               counted(words::n_unprotected, all.unprotected, page_.language),
                           counted(words::n_rules, rules_, page_.language));
        out_.append(line.in(page_.language)).append("\n");
    }

    std::string place(NodeId node) {
        const Span span = dataset_.node(node).span;
        if (!span.valid()) return {};
        const Position at = places_.at(span);
        return page_.file_name(dataset_.sources, span.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    }

    const Strength& strength_;
    const Dataset& dataset_;
    std::size_t rules_;
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

std::string render_strength(const StrengthMaterial& material, const Page& page) { return StrengthText(material, page).render(); }

}  // namespace crossfoot::reports
