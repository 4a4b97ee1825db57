// What every section of the page draws on: the language, the material, the places, the chapters, the order of
// contradictions and the names that links use. Made once for a page.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "reports/html/writer.hpp"
#include "reports/material.hpp"
#include "reports/places.hpp"

namespace crossfoot::reports::html {

// The rules of one group at the top. A rule outside any group belongs to the chapter "".
struct Chapter {
    std::string id, title;  // the title is the id where the group has none
    std::uint64_t instances = 0, exact = 0, rounded = 0, contradicted = 0, unverifiable = 0, waived = 0;
    std::uint64_t rules = 0, vacuous = 0;
    std::vector<std::size_t> cards;  // numbers of its contradictions, ascending
};

class Sheet {
public:
    // Findings hold every instance, also those that hold.
    Sheet(const Material& material, Language language);

    [[nodiscard]] const Findings& findings() const { return *findings_; }
    [[nodiscard]] const Dataset& dataset() const { return *dataset_; }
    // What reasoning over several rules found; null where it was not asked for.
    [[nodiscard]] const Reasoning* reasoning() const { return reasoning_; }
    // How well the rules guard the figures; null where it was not asked for.
    [[nodiscard]] const Strength* strength() const { return strength_; }
    [[nodiscard]] Material material() const { return {*findings_, *dataset_, reasoning_, strength_}; }
    [[nodiscard]] Language language() const { return language_; }

    // In the order of the draft: by the median of the draft lines of the figures that their rules use; those without a
    // place in it last, by id.
    [[nodiscard]] const std::vector<Chapter>& chapters() const { return chapters_; }
    [[nodiscard]] const Chapter& chapter_of(const Finding& finding) const;
    // Indices of the contradictions, heaviest first; their place there, from 1, is their number. And of the waived
    // ones.
    [[nodiscard]] const std::vector<std::size_t>& contradictions() const { return contradictions_; }
    [[nodiscard]] const std::vector<std::size_t>& waived() const { return waived_; }
    // Of a contradiction; 0 for any other finding.
    [[nodiscard]] std::size_t number_of(std::size_t finding) const { return numbers_[finding]; }
    // Of the incident that a finding belongs to, from 1; 0 for none.
    [[nodiscard]] std::size_t incident_of(std::size_t finding) const { return incidents_[finding]; }
    // The id of a finding's card: from its rule and bindings, so that a link survives another run.
    [[nodiscard]] const std::string& anchor_of(std::size_t finding) const { return anchors_[finding]; }

    // "etat.toml:15:39"; files of the dataset are named from its directory, so that the page does not depend on where
    // the program was started. Empty for a span that stands nowhere.
    [[nodiscard]] std::string place(Span span) const;
    // "y = 2013, i = infractions[0]"
    [[nodiscard]] std::string rule_with_bindings(const Finding& finding) const;
    // ` lang` of texts in the report's language, where it is not that of the page.
    [[nodiscard]] Attribute report_language() const;

private:
    void count_chapters();
    void name_findings();

    const Findings* findings_;
    const Dataset* dataset_;
    const Reasoning* reasoning_;
    const Strength* strength_;
    Language language_;
    mutable Places places_;  // remembers what it has counted
    std::vector<Chapter> chapters_;
    std::map<std::string, std::size_t, std::less<>> chapter_index_;
    std::vector<std::size_t> contradictions_, waived_, numbers_, incidents_;
    std::vector<std::string> anchors_;
};

}  // namespace crossfoot::reports::html
