// The directory in which a case runs: its files as the blocks say.
#pragma once

#include <filesystem>
#include <string>

#include "tests/support/literate.hpp"

namespace crossfoot::testing {

// A new directory, removed with everything in it at the end of its life.
class TemporaryDirectory {
public:
    TemporaryDirectory();
    ~TemporaryDirectory();
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// Writes the block with a `file=` attribute below `directory`. Words of the block: `latin1` (every character below
// U+0100 becomes one byte), `windows1252`, `utf16` (with a mark, the low byte first), `utf16be` (without), `crlf` (before these), `bom`, `no-newline` (without the last line end); `repeat=N` writes it N times.
// Throws std::invalid_argument for a path outside the directory or an unknown word.
void write_file(const std::filesystem::path& directory, const Block& block);

// Runs the lines of a `setup` block: `mkdir PATH`, `symlink TARGET PATH`, `remove PATH`, and `copy FROM PATH`, where
// FROM is below the project's root. Throws std::invalid_argument for anything else.
void run_setup(const std::filesystem::path& directory, const std::filesystem::path& project, const Block& block);

}  // namespace crossfoot::testing
