// What the interop server and client share: flags, files, and how a message travelled.
#pragma once

#include <grpcpp/grpcpp.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

// Declared in no installed header, for gRPC's own interop programs.
uint32_t grpc_call_test_only_get_message_flags(grpc_call* call);

namespace interop {

inline constexpr char kEchoInitial[] = "x-grpc-test-echo-initial";
inline constexpr char kEchoTrailing[] = "x-grpc-test-echo-trailing-bin";

// Whether the last message that a call received came compressed.
template <typename Context>
bool WasCompressed(Context& context) {
  constexpr uint32_t kWasCompressed = 0x40000000;
  return grpc_call_test_only_get_message_flags(context.c_call()) & kWasCompressed;
}

// The command line: `--name=value`.
class Flags {
 public:
  Flags(int count, char** words) {
    for (int index = 1; index < count; ++index) {
      std::string word = words[index];
      size_t equals = word.find('=');
      if (word.rfind("--", 0) != 0 || equals == std::string::npos) Usage(word);
      values_[word.substr(2, equals - 2)] = word.substr(equals + 1);
    }
  }

  std::string Text(const std::string& name, const std::string& otherwise = "") const {
    auto found = values_.find(name);
    return found == values_.end() ? otherwise : found->second;
  }
  int Number(const std::string& name, int otherwise) const {
    return std::stoi(Text(name, std::to_string(otherwise)));
  }
  bool IsSet(const std::string& name) const { return Text(name, "false") == "true"; }

 private:
  [[noreturn]] static void Usage(const std::string& word) {
    std::fprintf(stderr, "not --name=value: %s\n", word.c_str());
    std::exit(2);
  }

  std::map<std::string, std::string> values_;
};

inline std::string Contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace interop
