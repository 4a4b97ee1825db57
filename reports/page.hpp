// What a report is written on: the language of its words, colour, the width of the terminal, and how the
// files of the dataset are called. Plain values, decided by the caller; no renderer asks the environment.
#pragma once

#include <string>
#include <string_view>

#include "engine/text/language.hpp"
#include "engine/text/source.hpp"

namespace crossfoot::reports {

struct Page {
    Language language = Language::en;  // of the words; figures keep the language of their report
    bool color = false;                // ANSI colours (ECMA-48 SGR)
    unsigned width = 0;                // of the terminal in cells; 0: no terminal, sentences are not wrapped
    bool all = false;                  // also show what holds
    // The names of a dataset's files are relative to its directory. The first `dataset_files` files of the
    // source map are shown with `directory` before them, so that a terminal finds them.
    std::string directory;
    std::size_t dataset_files = 0;

    // The name of a file as a person finds it from where the program was started.
    [[nodiscard]] std::string file_name(const SourceMap& sources, FileId file) const {
        const std::string& name = sources.file(file).name();
        const bool inside =
            file < dataset_files && !directory.empty() && !name.starts_with('<') && !name.starts_with('/');
        return inside ? directory + "/" + name : name;
    }
};

enum class Style : std::uint8_t { plain, bold, error, warning, info, good, quiet, gutter };

// `text` in a style where the page has colour; unchanged (never an escape sequence) where it has none.
[[nodiscard]] std::string paint(const Page& page, Style style, std::string_view text);

}  // namespace crossfoot::reports
