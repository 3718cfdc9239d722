#include "interop_cases.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "interop_checks.h"

namespace interop {

Cases::Cases(Flags flags)
    : flags_(std::move(flags)),
      channel_(MakeChannel()),
      stub_(grpc::testing::TestService::NewStub(channel_)) {}

std::shared_ptr<grpc::Channel> Cases::MakeChannel() const {
  std::string target = flags_.Text("server_host", "localhost") + ":" + flags_.Text("server_port");
  std::string name = flags_.Text("server_host_override");
  grpc::ChannelArguments arguments;
  // A new channel is a new connection, as channel_soak wants it.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  if (!name.empty()) arguments.SetSslTargetNameOverride(name);
  if (!flags_.IsSet("use_tls")) {
    return grpc::CreateCustomChannel(target, grpc::InsecureChannelCredentials(), arguments);
  }
  grpc::SslCredentialsOptions options;
  if (flags_.IsSet("use_test_ca")) options.pem_root_certs = Contents(flags_.Text("ca_file"));
  return grpc::CreateCustomChannel(target, grpc::SslCredentials(options), arguments);
}

void Cases::Run(const std::string& name) {
  static const std::map<std::string, std::function<void(Cases&)>> cases = {
      {"empty_unary", &Cases::EmptyUnary},
      {"large_unary", &Cases::LargeUnary},
      {"client_streaming", &Cases::ClientStreaming},
      {"server_streaming", &Cases::ServerStreaming},
      {"ping_pong", &Cases::PingPong},
      {"empty_stream", &Cases::EmptyStream},
      {"client_compressed_unary", &Cases::ClientCompressedUnary},
      {"server_compressed_unary", &Cases::ServerCompressedUnary},
      {"client_compressed_streaming", &Cases::ClientCompressedStreaming},
      {"server_compressed_streaming", &Cases::ServerCompressedStreaming},
      {"custom_metadata", &Cases::CustomMetadata},
      {"status_code_and_message", &Cases::StatusCodeAndMessage},
      {"special_status_message", &Cases::SpecialStatusMessage},
      {"unimplemented_method", &Cases::UnimplementedMethod},
      {"unimplemented_service", &Cases::UnimplementedService},
      {"cancel_after_begin", &Cases::CancelAfterBegin},
      {"cancel_after_first_response", &Cases::CancelAfterFirstResponse},
      {"timeout_on_sleeping_server", &Cases::TimeoutOnSleepingServer},
      {"concurrent_large_unary", &Cases::ConcurrentLargeUnary},
      {"rpc_soak", [](Cases& cases) { cases.Soak(true); }},
      {"channel_soak", [](Cases& cases) { cases.Soak(false); }},
  };
  auto found = cases.find(name);
  if (found == cases.end()) throw std::runtime_error("no such case");
  found->second(*this);
}

void Cases::EmptyUnary() {
  Context context;
  Empty response;
  CheckStatus(stub_->EmptyCall(&context, Empty(), &response), StatusCode::OK);
}

void Cases::LargeUnary() { LargeCall(*stub_); }

void Cases::ClientStreaming() {
  Context context;
  StreamingInputCallResponse response;
  auto stream = stub_->StreamingInputCall(&context, &response);
  for (int size : kRequestSizes) Equal("a write succeeds", stream->Write(Put(size)), true);
  stream->WritesDone();
  CheckStatus(stream->Finish(), StatusCode::OK);
  Equal("bytes in all", response.aggregated_payload_size(), 74922);
}

void Cases::ServerStreaming() {
  Context context;
  StreamingOutputCallRequest request;
  for (int size : kResponseSizes) request.add_response_parameters()->set_size(size);
  auto stream = stub_->StreamingOutputCall(&context, request);
  StreamingOutputCallResponse response;
  size_t count = 0;
  for (; stream->Read(&response); ++count) CheckBody(response, kResponseSizes[count % 4]);
  CheckStatus(stream->Finish(), StatusCode::OK);
  Equal<size_t>("responses", count, 4);
}

void Cases::PingPong() {
  Context context;
  auto stream = stub_->FullDuplexCall(&context);
  StreamingOutputCallResponse response;
  for (int turn = 0; turn < 4; ++turn) {
    stream->Write(Ask(kRequestSizes[turn], kResponseSizes[turn]));
    Equal("a response comes", stream->Read(&response), true);
    CheckBody(response, kResponseSizes[turn]);
  }
  stream->WritesDone();
  Equal("another response comes", stream->Read(&response), false);
  CheckStatus(stream->Finish(), StatusCode::OK);
}

void Cases::EmptyStream() {
  Context context;
  auto stream = stub_->FullDuplexCall(&context);
  stream->WritesDone();
  StreamingOutputCallResponse response;
  Equal("a response comes", stream->Read(&response), false);
  CheckStatus(stream->Finish(), StatusCode::OK);
}

void Cases::ClientCompressedUnary() {
  auto call = [this](bool expect, bool is_compressed, StatusCode wanted) {
    Context context;
    context.set_compression_algorithm(is_compressed ? GRPC_COMPRESS_GZIP : GRPC_COMPRESS_NONE);
    SimpleRequest request = LargeRequest();
    request.mutable_expect_compressed()->set_value(expect);
    SimpleResponse response;
    CheckStatus(stub_->UnaryCall(&context, request, &response), wanted);
    if (wanted == StatusCode::OK) CheckBody(response, kLargeResponse);
  };
  call(true, false, StatusCode::INVALID_ARGUMENT);
  call(true, true, StatusCode::OK);
  call(false, false, StatusCode::OK);
}

void Cases::ServerCompressedUnary() {
  for (bool is_compressed : {true, false}) {
    Context context;
    SimpleRequest request = LargeRequest();
    request.mutable_response_compressed()->set_value(is_compressed);
    SimpleResponse response;
    CheckStatus(stub_->UnaryCall(&context, request, &response), StatusCode::OK);
    Equal("the flag of the response", WasCompressed(context), is_compressed);
    CheckBody(response, kLargeResponse);
  }
}

void Cases::ClientCompressedStreaming() {
  StreamingInputCallRequest first = Put(27182);
  first.mutable_expect_compressed()->set_value(true);
  {
    Context context;
    StreamingInputCallResponse response;
    context.set_compression_algorithm(GRPC_COMPRESS_NONE);
    auto stream = stub_->StreamingInputCall(&context, &response);
    stream->Write(first);
    stream->WritesDone();
    CheckStatus(stream->Finish(), StatusCode::INVALID_ARGUMENT);
  }
  Context context;
  StreamingInputCallResponse response;
  context.set_compression_algorithm(GRPC_COMPRESS_GZIP);
  auto stream = stub_->StreamingInputCall(&context, &response);
  Equal("a write succeeds", stream->Write(first), true);
  StreamingInputCallRequest second = Put(45904);
  second.mutable_expect_compressed()->set_value(false);
  Equal("a write succeeds", stream->Write(second, grpc::WriteOptions().set_no_compression()), true);
  stream->WritesDone();
  CheckStatus(stream->Finish(), StatusCode::OK);
  Equal("bytes in all", response.aggregated_payload_size(), 73086);
}

void Cases::ServerCompressedStreaming() {
  constexpr int kSizes[] = {31415, 92653};
  constexpr bool kIsCompressed[] = {true, false};
  StreamingOutputCallRequest request;
  for (int index = 0; index < 2; ++index) {
    auto* wanted = request.add_response_parameters();
    wanted->set_size(kSizes[index]);
    wanted->mutable_compressed()->set_value(kIsCompressed[index]);
  }
  Context context;
  auto stream = stub_->StreamingOutputCall(&context, request);
  StreamingOutputCallResponse response;
  size_t count = 0;
  for (; stream->Read(&response); ++count) {
    Equal("the flag of the response", WasCompressed(context), kIsCompressed[count % 2]);
    CheckBody(response, kSizes[count % 2]);
  }
  CheckStatus(stream->Finish(), StatusCode::OK);
  Equal<size_t>("responses", count, 2);
}

void Cases::CustomMetadata() {
  {
    Context context;
    AddMetadata(context);
    SimpleResponse response;
    CheckStatus(stub_->UnaryCall(&context, LargeRequest(), &response), StatusCode::OK);
    CheckMetadata(context);
  }
  Context context;
  AddMetadata(context);
  auto stream = stub_->FullDuplexCall(&context);
  stream->Write(Ask(kLargeRequest, kLargeResponse));
  stream->WritesDone();
  StreamingOutputCallResponse response;
  while (stream->Read(&response)) CheckBody(response, kLargeResponse);
  CheckStatus(stream->Finish(), StatusCode::OK);
  CheckMetadata(context);
}

void Cases::StatusCodeAndMessage() {
  const std::string message = "test status message";
  {
    Context context;
    SimpleRequest request;
    *request.mutable_response_status() = Unknown(message);
    SimpleResponse response;
    Status status = stub_->UnaryCall(&context, request, &response);
    CheckStatus(status, StatusCode::UNKNOWN);
    Equal("the message", status.error_message(), message);
  }
  Context context;
  auto stream = stub_->FullDuplexCall(&context);
  StreamingOutputCallRequest request;
  *request.mutable_response_status() = Unknown(message);
  stream->Write(request);
  stream->WritesDone();
  StreamingOutputCallResponse response;
  Equal("a response comes", stream->Read(&response), false);
  Status status = stream->Finish();
  CheckStatus(status, StatusCode::UNKNOWN);
  Equal("the message", status.error_message(), message);
}

void Cases::SpecialStatusMessage() {
  Context context;
  SimpleRequest request;
  *request.mutable_response_status() = Unknown(kSpecial);
  SimpleResponse response;
  Status status = stub_->UnaryCall(&context, request, &response);
  CheckStatus(status, StatusCode::UNKNOWN);
  Equal<std::string>("the message", status.error_message(), kSpecial);
}

void Cases::UnimplementedMethod() {
  Context context;
  Empty response;
  Status status = stub_->UnimplementedCall(&context, Empty(), &response);
  CheckStatus(status, StatusCode::UNIMPLEMENTED);
}

void Cases::UnimplementedService() {
  Context context;
  Empty response;
  auto stub = grpc::testing::UnimplementedService::NewStub(channel_);
  Status status = stub->UnimplementedCall(&context, Empty(), &response);
  CheckStatus(status, StatusCode::UNIMPLEMENTED);
}

void Cases::CancelAfterBegin() {
  Context context;
  StreamingInputCallResponse response;
  auto stream = stub_->StreamingInputCall(&context, &response);
  context.TryCancel();
  CheckStatus(stream->Finish(), StatusCode::CANCELLED);
}

void Cases::CancelAfterFirstResponse() {
  Context context;
  auto stream = stub_->FullDuplexCall(&context);
  stream->Write(Ask(27182, 31415));
  StreamingOutputCallResponse response;
  Equal("a response comes", stream->Read(&response), true);
  CheckBody(response, 31415);
  context.TryCancel();
  CheckStatus(stream->Finish(), StatusCode::CANCELLED);
}

void Cases::TimeoutOnSleepingServer() {
  ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(1));
  auto stream = stub_->FullDuplexCall(&context);
  StreamingOutputCallRequest request;
  request.mutable_payload()->set_body(std::string(27182, '\0'));
  stream->Write(request);
  CheckStatus(stream->Finish(), StatusCode::DEADLINE_EXCEEDED);
}

void Cases::ConcurrentLargeUnary() {
  struct Call {
    Context context;
    SimpleResponse response;
    Status status;
  };
  const SimpleRequest request = LargeRequest();
  std::vector<Call> calls(kConcurrentCalls);
  std::mutex mutex;
  std::condition_variable ended;
  int running = kConcurrentCalls;
  for (Call& call : calls) {
    stub_->async()->UnaryCall(&call.context, &request, &call.response, [&](Status status) {
      std::lock_guard<std::mutex> lock(mutex);
      call.status = std::move(status);
      if (--running == 0) ended.notify_one();
    });
  }
  std::unique_lock<std::mutex> lock(mutex);
  ended.wait(lock, [&] { return running == 0; });
  for (const Call& call : calls) {
    CheckStatus(call.status, StatusCode::OK);
    CheckBody(call.response, kLargeResponse);
  }
}

void Cases::Soak(bool is_shared) {
  using Clock = std::chrono::steady_clock;
  using std::chrono::milliseconds;
  const int count = flags_.Number("soak_iterations", 10);
  const milliseconds acceptable(
      flags_.Number("soak_per_iteration_max_acceptable_latency_ms", 1000));
  const int seconds = flags_.Number("soak_overall_timeout_seconds", 0);
  const auto limit = Clock::now() + (seconds > 0 ? milliseconds(seconds * 1000) : acceptable * count);
  int done = 0;
  int failures = 0;
  std::string last;
  for (; done < count && Clock::now() < limit; ++done) {
    const auto begin = Clock::now();
    try {
      if (is_shared) {
        LargeCall(*stub_);
      } else {
        LargeCall(*grpc::testing::TestService::NewStub(MakeChannel()));
      }
      if (Clock::now() - begin > acceptable) throw std::runtime_error("too slow");
    } catch (const std::exception& error) {
      ++failures;
      last = error.what();
    }
    std::this_thread::sleep_for(milliseconds(flags_.Number("soak_min_time_ms_between_rpcs", 0)));
  }
  Equal("iterations", done, count);
  if (failures > flags_.Number("soak_max_failures", 0)) {
    throw std::runtime_error(std::to_string(failures) + " failed, at last: " + last);
  }
}

}  // namespace interop
