// What the interop cases are made of: requests, limits, and checks that throw.
#pragma once

#include <chrono>
#include <sstream>
#include <stdexcept>
#include <string>

#include "grpc/testing/test.grpc.pb.h"
#include "interop.h"

namespace interop {

using grpc::ClientContext;
using grpc::Status;
using grpc::StatusCode;
using grpc::testing::EchoStatus;
using grpc::testing::Empty;
using grpc::testing::SimpleRequest;
using grpc::testing::SimpleResponse;
using grpc::testing::StreamingInputCallRequest;
using grpc::testing::StreamingInputCallResponse;
using grpc::testing::StreamingOutputCallRequest;
using grpc::testing::StreamingOutputCallResponse;

inline constexpr int kLargeRequest = 271828;
inline constexpr int kLargeResponse = 314159;
inline constexpr int kRequestSizes[] = {27182, 8, 1828, 45904};
inline constexpr int kResponseSizes[] = {31415, 9, 2653, 58979};
inline constexpr char kSpecial[] = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n";
inline constexpr char kInitialValue[] = "test_initial_metadata_value";
inline constexpr char kTrailingValue[] = "\xab\xab\xab";
inline constexpr int kConcurrentCalls = 1000;
// No call is ever without a limit; the soaks want none of their own, and this is none to them.
inline constexpr std::chrono::seconds kPatience(60);

template <typename Value>
void Equal(const std::string& what, const Value& seen, const Value& wanted) {
  if (seen == wanted) return;
  std::ostringstream why;
  why << what << ": saw " << seen << ", wanted " << wanted;
  throw std::runtime_error(why.str());
}

inline void CheckStatus(const Status& seen, StatusCode wanted) {
  if (seen.error_code() == wanted) return;
  throw std::runtime_error("status " + std::to_string(seen.error_code()) + " (" +
                           seen.error_message() + "), wanted " + std::to_string(wanted));
}

template <typename Message>
void CheckBody(const Message& message, int size) {
  const std::string& body = message.payload().body();
  Equal<size_t>("bytes of the payload", body.size(), size);
  Equal("the payload is zeros", body.find_first_not_of('\0') == std::string::npos, true);
}

// A context that has the limit that every call has.
struct Context : ClientContext {
  Context() { set_deadline(std::chrono::system_clock::now() + kPatience); }
};

inline SimpleRequest LargeRequest() {
  SimpleRequest request;
  request.set_response_size(kLargeResponse);
  request.mutable_payload()->set_body(std::string(kLargeRequest, '\0'));
  return request;
}

inline StreamingInputCallRequest Put(int size) {
  StreamingInputCallRequest request;
  request.mutable_payload()->set_body(std::string(size, '\0'));
  return request;
}

inline StreamingOutputCallRequest Ask(int request_size, int response_size) {
  StreamingOutputCallRequest request;
  request.mutable_payload()->set_body(std::string(request_size, '\0'));
  request.add_response_parameters()->set_size(response_size);
  return request;
}

inline EchoStatus Unknown(const std::string& message) {
  EchoStatus status;
  status.set_code(StatusCode::UNKNOWN);
  status.set_message(message);
  return status;
}

inline void AddMetadata(ClientContext& context) {
  context.AddMetadata(kEchoInitial, kInitialValue);
  context.AddMetadata(kEchoTrailing, kTrailingValue);
}

inline void CheckMetadata(const ClientContext& context) {
  auto value = [](const auto& entries, const char* name) {
    auto found = entries.find(name);
    if (found == entries.end()) return std::string("nothing");
    return std::string(found->second.data(), found->second.size());
  };
  Equal<std::string>(kEchoInitial, value(context.GetServerInitialMetadata(), kEchoInitial),
                     kInitialValue);
  Equal<std::string>(kEchoTrailing, value(context.GetServerTrailingMetadata(), kEchoTrailing),
                     kTrailingValue);
}

inline void LargeCall(grpc::testing::TestService::Stub& stub) {
  Context context;
  SimpleResponse response;
  CheckStatus(stub.UnaryCall(&context, LargeRequest(), &response), StatusCode::OK);
  CheckBody(response, kLargeResponse);
}

}  // namespace interop
