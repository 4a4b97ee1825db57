// The sections of the page, in files by subject. Each writes one <section> with its heading, and is asked first whether
// it has something to say. page.cpp holds their order.
#pragma once

#include "reports/html/sheet.hpp"

namespace crossfoot::reports::html {

struct Section {
    std::string_view id;  // of the element, as the contents link to it
    const Template* heading;
    bool (*present)(const Sheet& sheet);           // false: neither the section nor its link is written
    void (*write)(Html& out, const Sheet& sheet);  // what stands below the heading
};

// For a section that is always there.
[[nodiscard]] inline bool always(const Sheet&) { return true; }

// head.cpp: title, verdict in one sentence, counts; no heading of its own.
void write_head(Html& out, const Sheet& sheet);

// incidents.cpp: contradictions by common cause, with what would repair them.
[[nodiscard]] Section incidents_section();
// joint.cpp: what cannot be true together, or could not be decided.
[[nodiscard]] Section joint_section();
// chapters.cpp
[[nodiscard]] Section chapters_section();
// findings.cpp
[[nodiscard]] Section contradictions_section();
[[nodiscard]] Section tight_section();
[[nodiscard]] Section unverifiable_section();
[[nodiscard]] Section waived_section();
[[nodiscard]] Section vacuous_section();
// checks.cpp
[[nodiscard]] Section checks_section();
// strength.cpp: what the rules would notice of each figure.
[[nodiscard]] Section strength_section();
// unused.cpp
[[nodiscard]] Section unused_section();
// guide.cpp
[[nodiscard]] Section guide_section();

}  // namespace crossfoot::reports::html
