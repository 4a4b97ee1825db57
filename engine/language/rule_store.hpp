// Where the texts of rule files come from: the file system, or texts given by name.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/language/parse.hpp"
#include "engine/language/rule_places.hpp"

namespace crossfoot::syntax {

// A text, or why there is none (a code and its message; the caller adds the place).
struct Fetched {
    std::string text;
    std::optional<Diagnostic> problem;
};

class RuleStore {
public:
    virtual ~RuleStore() = default;
    [[nodiscard]] virtual Fetched fetch(const std::string& path, const ParseLimits& limits) const = 0;
    // The same for two paths of one file.
    [[nodiscard]] virtual std::string identity(const std::string& path) const = 0;
    // The names of the rule files in the directory of `path`, sorted.
    [[nodiscard]] virtual std::vector<std::string> beside(const std::string& path) const = 0;
};

class DiskStore final : public RuleStore {
public:
    explicit DiskStore(RulePlaces places) : places_(std::move(places)) {}
    // Regular files named `*.xf` only, links followed, that stand where they may (XF216); none over the limit is read.
    [[nodiscard]] Fetched fetch(const std::string& path, const ParseLimits& limits) const override;
    [[nodiscard]] std::string identity(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> beside(const std::string& path) const override;
    // Nothing where the path may be looked at.
    [[nodiscard]] std::optional<Diagnostic> outside(const std::string& path) const;

private:
    RulePlaces places_;
};

class TextStore final : public RuleStore {
public:
    // Paths and texts; paths are normalised, of two equal ones the first counts.
    explicit TextStore(std::vector<std::pair<std::string, std::string>> files);
    [[nodiscard]] const std::map<std::string, std::string>& all() const { return texts_; }
    [[nodiscard]] Fetched fetch(const std::string& path, const ParseLimits& limits) const override;
    [[nodiscard]] std::string identity(const std::string& path) const override { return path; }
    [[nodiscard]] std::vector<std::string> beside(const std::string& path) const override;

private:
    std::map<std::string, std::string> texts_;
};

// All rule files below `directory`, sorted; links to directories are not followed, so there is no loop.
[[nodiscard]] std::vector<std::string> rule_files_below(const std::string& directory, std::error_code& error);

}  // namespace crossfoot::syntax
