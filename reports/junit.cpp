#include "reports/junit.hpp"

#include <algorithm>
#include <map>

#include "reports/block.hpp"
#include "reports/causes.hpp"
#include "reports/evidence.hpp"
#include "reports/joint.hpp"
#include "reports/message.hpp"
#include "reports/paths.hpp"
#include "reports/wording.hpp"
#include "reports/xml_writer.hpp"

namespace crossfoot::reports {
namespace {

bool fails(const Finding& finding) {
    return finding.verdict == Verdict::contradicted && finding.severity != Severity::info;
}

bool is_skipped(const Finding& finding) {
    return finding.verdict == Verdict::unverifiable || finding.verdict == Verdict::vacuous ||
           finding.verdict == Verdict::waived;
}

class Junit {
public:
    Junit(const Material& material, const Page& page)
        : material_(material), findings_(material.findings), dataset_(material.dataset), page_(page), places_(material.dataset.sources) {
        page_.color = false;
        page_.width = 0;
    }

    std::string render() {
        // Rules of a group inside a group may stand between those of the outer one.
        std::map<std::string_view, std::vector<const Finding*>> groups;
        for (const Finding& each : findings_.findings) groups[group_of(each.rule)].push_back(&each);
        Left all_left;
        for (const RuleInfo& each : findings_.rules) {
            if (each.unlisted == 0) continue;
            groups[group_of(each.id)];
            left_[group_of(each.id)].add(each);
            all_left.add(each);
        }
        xml_.begin("testsuites");
        xml_.attribute("name", dataset_.manifest.title.empty() ? own_group() : dataset_.manifest.title);
        const auto& all = findings_.findings;
        const auto failures = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), fails));
        xml_.attribute("tests", all_left.tests + all.size() + joint_of(material_).size() + undecided().size());
        xml_.attribute("failures", all_left.failures + failures + joint_failures());
        xml_.attribute("errors", std::size_t{0});
        for (const auto& [group, members] : groups) suite(group, members);
        if (!joint_of(material_).empty() || !undecided().empty()) joint_suite();
        xml_.end();
        return std::move(xml_).finish();
    }

private:
    // Of what is counted and not listed.
    struct Left {
        std::uint64_t tests = 0, failures = 0, skipped = 0;
        void add(const RuleInfo& rule) {
            tests += rule.unlisted;
            failures += rule.left.contradictions() - rule.left.contradicted[static_cast<std::size_t>(Severity::info)];
            skipped += rule.left.unverifiable + rule.left.waived;
        }
    };

    // What stands for a group where rules have none.
    [[nodiscard]] std::string own_group() const {
        return dataset_.manifest.id.empty() ? "crossfoot" : dataset_.manifest.id;
    }

    void suite(std::string_view group, const std::vector<const Finding*>& members) {
        const std::string name = group.empty() ? own_group() : std::string(group);
        const auto count = [&](bool (*is)(const Finding&)) {
            return static_cast<std::size_t>(
                std::count_if(members.begin(), members.end(), [&](const Finding* each) { return is(*each); }));
        };
        xml_.begin("testsuite");
        xml_.attribute("name", name);
        const Left left = left_[group];
        xml_.attribute("tests", members.size() + left.tests);
        xml_.attribute("failures", count(fails) + left.failures);
        xml_.attribute("errors", std::size_t{0});
        xml_.attribute("skipped", count(is_skipped) + left.skipped);
        // Readers make a tree of packages out of the dots.
        std::string classname = name;
        if (!group.empty()) std::replace(classname.begin(), classname.end(), '/', '.');
        for (const Finding* each : members) test(*each, classname);
        xml_.end();
    }

    [[nodiscard]] std::span<const Undecided> undecided() const {
        if (material_.reasoning == nullptr) return {};
        return material_.reasoning->undecided;
    }
    [[nodiscard]] bool joint_fails(const JointContradiction& joint) const {
        return severity_of(joint, findings_) != Severity::info;
    }
    [[nodiscard]] std::size_t joint_failures() const {
        const auto all = joint_of(material_);
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [&](const JointContradiction& each) { return joint_fails(each); }));
    }

    // What cannot be true together; what could not be decided is skipped.
    void joint_suite() {
        xml_.begin("testsuite");
        xml_.attribute("name", kJointRule);
        xml_.attribute("tests", joint_of(material_).size() + undecided().size());
        xml_.attribute("failures", joint_failures());
        xml_.attribute("errors", std::size_t{0});
        xml_.attribute("skipped", undecided().size());
        for (const JointContradiction& each : joint_of(material_)) {
            begin_test(joint_name(each.rules, findings_), std::string(kJointRule), first_place(each, material_));
            xml_.begin(joint_fails(each) ? "failure" : "system-out");
            if (joint_fails(each)) {
                xml_.attribute("type", to_string(severity_of(each, findings_)));
                xml_.attribute("message", joint_in_words(each, findings_, page_.language));
            }
            std::string steps;
            std::size_t number = 0;
            for (const std::string& step : steps_in_words(each, material_, page_.language))
                steps.append(std::to_string(++number)).append(". ").append(step).append("\n");
            xml_.text(steps);
            xml_.end();
            xml_.end();
        }
        for (const Undecided& each : undecided()) {
            begin_test(joint_name(each.rules, findings_), std::string(kJointRule), Span{});
            xml_.begin("skipped");
            xml_.attribute("type", "undecided");
            xml_.attribute("message", undecided_in_words(each, findings_, page_.language));
            xml_.end();
            xml_.end();
        }
        xml_.end();
    }

    void begin_test(const std::string& name, const std::string& classname, Span place) {
        xml_.begin("testcase");
        xml_.attribute("name", name);
        xml_.attribute("classname", classname);
        if (!place.valid()) return;
        xml_.attribute("file", repository_path(page_.file_name(dataset_.sources, place.file)));
        xml_.attribute("line", places_.at(place).line);
    }

    void test(const Finding& finding, const std::string& classname) {
        const RuleInfo& rule = findings_.rules.at(finding.rule_index);
        begin_test(instance_name(finding), classname, first_place(finding, rule, dataset_));
        if (fails(finding)) {
            xml_.begin("failure");
            xml_.attribute("type", to_string(finding.severity));
            xml_.attribute("message", statement(finding, dataset_, page_.language));
            xml_.text(render_block(finding, findings_, dataset_, places_, page_, causes_of(finding, material_)));
            xml_.end();
        } else if (is_skipped(finding)) {
            xml_.begin("skipped");
            xml_.attribute("type", to_string(finding.verdict));
            xml_.attribute("message", why_skipped(finding));
            xml_.end();
        } else if (finding.verdict == Verdict::contradicted) {
            xml_.begin("system-out");
            xml_.text(render_block(finding, findings_, dataset_, places_, page_, causes_of(finding, material_)));
            xml_.end();
        }
        xml_.end();
    }

    [[nodiscard]] std::string why_skipped(const Finding& finding) const {
        std::string said = statement(finding, dataset_, page_.language);
        // The sentence of a waived one ends with its reason.
        if (!finding.waived_because.empty()) return said;
        const std::string word = with_standing(std::string(standing_word(finding, page_.language)), finding.standing, page_.language);
        return std::string(word).append(colon(page_.language)).append(" ").append(said);
    }

    const Material& material_;
    const Findings& findings_;
    const Dataset& dataset_;
    Page page_;
    Places places_;
    XmlWriter xml_;
    std::map<std::string_view, Left> left_;   // by group
};

}  // namespace

std::string render_junit(const Material& material, const Page& page) { return Junit(material, page).render(); }

}  // namespace crossfoot::reports
