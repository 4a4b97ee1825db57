// Parsing rule files. The grammar is Spirit X3 in grammar/*.cpp; after a syntax error parsing goes on at
// the next declaration, so all errors of a file are found in one run.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/language/ast.hpp"
#include "engine/text/diagnostic.hpp"

namespace crossfoot {

struct ParseLimits {
    std::size_t file_bytes = 64U << 20U;   // a rule file; larger is XF205
    unsigned depth = 200;                  // nesting of brackets, groups, unary operators, `if`/`some`/`not`; deeper is XF204
    unsigned tree = 1000;                  // height of a rule's tree: operators or steps in a row count as well; XF204
};

// The whole tree of the file, without the declarations that could not be read.
[[nodiscard]] ast::File parse_rules(FileId file, const SourceMap& sources, Diagnostics& diagnostics, const ParseLimits& limits = {});

// One expression that is the whole of `text` (tests, tools); nullptr with diagnostics on error.
[[nodiscard]] ast::ExprPtr parse_expression(FileId file, const SourceMap& sources, Diagnostics& diagnostics, const ParseLimits& limits = {});

// The files of a rule set with everything that they `use`, each read once.
struct RuleSet {
    struct Loaded {
        ast::File file;
        std::string path;                     // as shown
        std::vector<std::size_t> uses;        // indices of the files it uses, in order
        bool asked = false;                   // named by the caller, not only used
    };
    std::vector<Loaded> files;                // sorted by path
};

// `paths`: files or directories (all `*.xf` below, sorted). A path that cannot be read is XF206; `use` paths are
// relative to the file that uses them, not absolute (XF210), a cycle is XF211. `place` labels where a path was
// asked for (the manifest), where there is one. Only regular files `*.xf` are read, symbolic links followed, in the current
// directory, below what is asked for without a place (of a file its folder) and below what is `allowed`; else XF216.
struct RulePathAsked { std::string path; Span place; };
[[nodiscard]] RuleSet load_rules(const std::vector<RulePathAsked>& paths, SourceMap& sources, Diagnostics& diagnostics,
                                 const ParseLimits& limits = {}, const std::vector<std::string>& allowed = {});

// Named texts instead of files; `use` resolves among them.
[[nodiscard]] RuleSet load_rule_texts(std::vector<std::pair<std::string, std::string>> files, SourceMap& sources,
                                      Diagnostics& diagnostics, const ParseLimits& limits = {});

}  // namespace crossfoot
