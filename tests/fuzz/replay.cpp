// Runs a fuzz target over its corpus and over mutations of it, the same ones in every run, without libFuzzer. What the
// target must guarantee it asserts itself; a crash or a sanitizer's report fails the test.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t kRounds = 100;          // mutations of each corpus file
constexpr std::size_t kLongestMutated = 8192; // longer files are replayed as they are only

void try_input(const std::string& input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::vector<std::string> read_corpus(const std::filesystem::path& directory) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> corpus;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return corpus;
}

class Mutator {
public:
    explicit Mutator(const std::vector<std::string>& corpus) : corpus_(corpus) {}

    std::string mutate(std::string input) {
        for (std::size_t i = below(4) + 1; i > 0; --i) once(input);
        input.resize(std::min(input.size(), 2 * kLongestMutated));
        return input;
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

    // A short piece of some corpus file: what the grammar cares for is found there.
    std::string piece() {
        const std::string& from = corpus_[below(corpus_.size())];
        return from.substr(below(from.size()), below(12) + 1);
    }

    void once(std::string& input) {
        const std::size_t at = below(input.size() + 1);
        switch (below(6)) {
            case 0: input.erase(at, below(8) + 1); break;
            case 1: input.insert(at, piece()); break;
            case 2: input.insert(at, input.substr(below(input.size()), below(64) + 1)); break;
            case 3: input.resize(at); break;
            case 4: input.insert(at, 1, static_cast<char>(below(256))); break;
            default: if (at < input.size()) input[at] = static_cast<char>(below(256));
        }
    }

    const std::vector<std::string>& corpus_;
    std::mt19937_64 random_{20131231};
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: fuzz_…_replay CORPUS-DIRECTORY\n", stderr);
        return 2;
    }
    const std::vector<std::string> corpus = read_corpus(argv[1]);
    if (corpus.empty()) {
        std::fputs("the corpus is empty\n", stderr);
        return 1;
    }
    try_input("");
    Mutator mutator(corpus);
    std::size_t mutations = 0;
    for (const std::string& input : corpus) {
        try_input(input);
        if (input.size() > kLongestMutated) continue;
        for (std::size_t round = 0; round < kRounds; ++round, ++mutations) try_input(mutator.mutate(input));
    }
    std::printf("%zu inputs, %zu mutations\n", corpus.size(), mutations);
    return 0;
}
