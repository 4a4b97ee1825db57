#include "reports/html/page.hpp"

#include <algorithm>

#include "reports/html/assets.hpp"
#include "reports/html/messages.hpp"
#include "reports/html/sections.hpp"
#include "reports/version.hpp"

namespace crossfoot::reports {
namespace html {
namespace {

// Nothing is fetched, whatever a text of the dataset may have become: the browser refuses it.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

// The sections below the head, in the order of the page. A further one is a line here.
std::vector<Section> sections(const Sheet& sheet) {
    std::vector<Section> all = {incidents_section(), joint_section(),        chapters_section(), contradictions_section(),
                                tight_section(),     unverifiable_section(), waived_section(),   vacuous_section(),
                                checks_section(),    strength_section(),     unused_section(),
                                guide_section()};
    std::erase_if(all, [&](const Section& each) { return !each.present(sheet); });
    return all;
}

void write_document_head(Html& out, const Sheet& sheet) {
    const Manifest& manifest = sheet.dataset().manifest;
    const std::string& title = manifest.title.empty() ? manifest.id : manifest.title;
    out.trusted("<!DOCTYPE html>\n").open("html", {{"lang", to_string(sheet.language())}}).line().open("head").line();
    out.empty("meta", {{"charset", "utf-8"}}).line();
    out.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).line();
    out.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).line();
    out.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", kPolicy}}).line();
    out.empty("meta", {{"name", "generator"}, {"content", "crossfoot " + std::string(version())}}).line();
    out.element("title", Message(words::page_title, title).in(sheet.language())).line();
    out.open("style").line().trusted(report_css());
    if (sheet.reasoning() != nullptr) out.trusted(incidents_css());
    if (sheet.strength() != nullptr) out.trusted(strength_css());
    out.close().line();
    out.close().line();
}

void write_contents(Html& out, const std::vector<Section>& sections) {
    out.open("nav", {{"class", "contents"}, {"aria-label", words::contents.in(out.language())}}).open("ol").line();
    for (const Section& each : sections)
        out.open("li").element("a", {{"href", "#" + std::string(each.id)}}, *each.heading).close().line();
    out.close().close().line();
}

void write_section(Html& out, const Section& section, const Sheet& sheet) {
    const std::string heading = std::string(section.id) + ".h";
    out.open("section", {{"id", section.id}, {"aria-labelledby", heading}}).line();
    out.element("h2", {{"id", heading}}, *section.heading).line();
    section.write(out, sheet);
    out.close().line();
}

void write_footer(Html& out, const Sheet& sheet) {
    const Message by(words::written_by, version(), sheet.dataset().manifest.id);
    out.open("footer").element("p", by.in(sheet.language())).close().line();
}

std::string document(const Sheet& sheet) {
    const std::vector<Section> all = sections(sheet);
    Html out(sheet.language());
    write_document_head(out, sheet);
    out.open("body").line().element("a", {{"class", "skip"}, {"href", "#content"}}, words::skip).line();
    write_head(out, sheet);
    write_contents(out, all);
    out.open("main", {{"id", "content"}}).line();
    for (const Section& each : all) write_section(out, each, sheet);
    out.close().line();
    write_footer(out, sheet);
    out.open("script").line().trusted(report_js()).close().line();
    out.close().line().close().line();
    return std::move(out).finish();
}

}  // namespace
}  // namespace html

std::string render_html(const Material& material, const Page& page) {
    return html::document(html::Sheet(material, page.language));
}

}  // namespace crossfoot::reports
