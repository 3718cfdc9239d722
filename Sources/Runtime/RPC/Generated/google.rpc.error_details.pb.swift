// Written by protoc-gen-smart-cooking from google/rpc/error_details.proto. Do not edit.
// swift-format-ignore-file

import CStandardProtos
import CProtobufC
package import Protobuf

/// The reason of an error, for programs.
package struct Google_Rpc_ErrorInfo: Message {
  /// What went wrong, in UPPER_SNAKE_CASE, at most 63 characters; constant within its domain.
  package var reason: String = ""

  /// Who gives reasons their meaning.
  package var domain: String = ""

  /// More about this occurrence, by lowerCamelCase key.
  package var metadata: [String: String] = [:]

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    reason: String = "",
    domain: String = "",
    metadata: [String: String] = [:]
  ) {
    self.reason = reason
    self.domain = domain
    self.metadata = metadata
  }
}

/// When to try again.
package struct Google_Rpc_RetryInfo: Message {
  /// Wait at least this long.
  package var retryDelay: Google_Protobuf_Duration?

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    retryDelay: Google_Protobuf_Duration? = nil
  ) {
    self.retryDelay = retryDelay
  }
}

/// For whoever debugs the server; never sent to strangers.
package struct Google_Rpc_DebugInfo: Message {
  /// Stack, innermost frame first.
  package var stackEntries: [String] = []

  /// Anything else.
  package var detail: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    stackEntries: [String] = [],
    detail: String = ""
  ) {
    self.stackEntries = stackEntries
    self.detail = detail
  }
}

/// Which quotas were used up.
package struct Google_Rpc_QuotaFailure: Message {
  /// Every quota that failed.
  package var violations: [Google_Rpc_QuotaFailure.Violation] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    violations: [Google_Rpc_QuotaFailure.Violation] = []
  ) {
    self.violations = violations
  }

  /// One quota.
  package struct Violation: Message {
    /// Whose quota, such as `user:lan`.
    package var subject: String = ""

    /// How it was exceeded.
    package var description: String = ""

    /// The API that keeps the quota.
    package var apiService: String = ""

    /// What is counted.
    package var quotaMetric: String = ""

    /// Name of the limit on the metric.
    package var quotaId: String = ""

    /// The dimensions that the limit was applied by.
    package var quotaDimensions: [String: String] = [:]

    /// The limit at the time of the failure.
    package var quotaValue: Int64 = 0

    /// The limit that is being rolled out.
    package var futureQuotaValue: Int64?

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      subject: String = "",
      description: String = "",
      apiService: String = "",
      quotaMetric: String = "",
      quotaId: String = "",
      quotaDimensions: [String: String] = [:],
      quotaValue: Int64 = 0,
      futureQuotaValue: Int64? = nil
    ) {
      self.subject = subject
      self.description = description
      self.apiService = apiService
      self.quotaMetric = quotaMetric
      self.quotaId = quotaId
      self.quotaDimensions = quotaDimensions
      self.quotaValue = quotaValue
      self.futureQuotaValue = futureQuotaValue
    }
  }
}

/// Which conditions did not hold.
package struct Google_Rpc_PreconditionFailure: Message {
  /// Every condition that failed.
  package var violations: [Google_Rpc_PreconditionFailure.Violation] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    violations: [Google_Rpc_PreconditionFailure.Violation] = []
  ) {
    self.violations = violations
  }

  /// One condition.
  package struct Violation: Message {
    /// Kind of condition, in UPPER_SNAKE_CASE.
    package var type: String = ""

    /// What the condition is about, relative to the type.
    package var subject: String = ""

    /// How it failed and what would mend it.
    package var description: String = ""

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      type: String = "",
      subject: String = "",
      description: String = ""
    ) {
      self.type = type
      self.subject = subject
      self.description = description
    }
  }
}

/// Which fields of the request are wrong.
package struct Google_Rpc_BadRequest: Message {
  /// Every violation that was found.
  package var fieldViolations: [Google_Rpc_BadRequest.FieldViolation] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    fieldViolations: [Google_Rpc_BadRequest.FieldViolation] = []
  ) {
    self.fieldViolations = fieldViolations
  }

  /// One field and the rule it breaks.
  package struct FieldViolation: Message {
    /// Path of the field in the request, such as `names[2]` or `recipe.steps[0].text`.
    package var field: String = ""

    /// The rule, and why the value breaks it.
    package var description: String = ""

    /// The rule's name for programs, in UPPER_SNAKE_CASE.
    package var reason: String = ""

    /// The description for the caller's eyes.
    package var localizedMessage: Google_Rpc_LocalizedMessage?

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      field: String = "",
      description: String = "",
      reason: String = "",
      localizedMessage: Google_Rpc_LocalizedMessage? = nil
    ) {
      self.field = field
      self.description = description
      self.reason = reason
      self.localizedMessage = localizedMessage
    }
  }
}

/// Which request this was, for reports.
package struct Google_Rpc_RequestInfo: Message {
  /// The request's id, as in the logs.
  package var requestId: String = ""

  /// Opaque data for whoever runs the server.
  package var servingData: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    requestId: String = "",
    servingData: String = ""
  ) {
    self.requestId = requestId
    self.servingData = servingData
  }
}

/// What the call was about.
package struct Google_Rpc_ResourceInfo: Message {
  /// Kind of thing, such as `recipe`.
  package var resourceType: String = ""

  /// Its id.
  package var resourceName: String = ""

  /// Its owner, where that may be told.
  package var owner: String = ""

  /// What happened on the way to it.
  package var description: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    resourceType: String = "",
    resourceName: String = "",
    owner: String = "",
    description: String = ""
  ) {
    self.resourceType = resourceType
    self.resourceName = resourceName
    self.owner = owner
    self.description = description
  }
}

/// Where to read on.
package struct Google_Rpc_Help: Message {
  /// The places.
  package var links: [Google_Rpc_Help.Link] = []

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    links: [Google_Rpc_Help.Link] = []
  ) {
    self.links = links
  }

  /// One place.
  package struct Link: Message {
    /// What is found there.
    package var description: String = ""

    /// Where it is.
    package var url: String = ""

    /// Fields this contract does not know, kept for the next reader.
    package var unknownFields = UnknownFields()

    package init() {}

    package init(
      description: String = "",
      url: String = ""
    ) {
      self.description = description
      self.url = url
    }
  }
}

/// The error in the caller's language, safe to be shown.
package struct Google_Rpc_LocalizedMessage: Message {
  /// BCP 47 language tag.
  package var locale: String = ""

  /// The text.
  package var message: String = ""

  /// Fields this contract does not know, kept for the next reader.
  package var unknownFields = UnknownFields()

  package init() {}

  package init(
    locale: String = "",
    message: String = ""
  ) {
    self.locale = locale
    self.message = message
  }
}

extension Google_Rpc_ErrorInfo {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.ErrorInfo", google__rpc__error_info__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__ErrorInfo.self)
    unsafe self.reason = copier.string(c.pointee.reason)
    unsafe self.domain = copier.string(c.pointee.domain)
    unsafe self.metadata = copier.map(c.pointee.n_metadata, c.pointee.metadata) { entry, copier in
      unsafe (copier.string(entry.key), copier.string(entry.value))
    }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__ErrorInfo.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__error_info__type()
    if !self.reason.isEmpty {
      unsafe c.pointee.has_reason = 1
      unsafe c.pointee.reason = arena.string(self.reason)
    }
    if !self.domain.isEmpty {
      unsafe c.pointee.has_domain = 1
      unsafe c.pointee.domain = arena.string(self.domain)
    }
    if !self.metadata.isEmpty {
      unsafe c.pointee.n_metadata = self.metadata.count
      unsafe c.pointee.metadata = arena.map(self.metadata) { key, value, entry, arena in
        unsafe entry.base.descriptor = google__rpc__error_info__metadata_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.has_value = 1
        unsafe entry.value = arena.string(value)
      }
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_RetryInfo {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.RetryInfo", google__rpc__retry_info__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__RetryInfo.self)
    unsafe self.retryDelay = copier.message(c.pointee.retry_delay)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__RetryInfo.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__retry_info__type()
    if let value = self.retryDelay { unsafe c.pointee.retry_delay = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_DebugInfo {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.DebugInfo", google__rpc__debug_info__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__DebugInfo.self)
    unsafe self.stackEntries = copier.strings(c.pointee.n_stack_entries, c.pointee.stack_entries)
    unsafe self.detail = copier.string(c.pointee.detail)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__DebugInfo.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__debug_info__type()
    if !self.stackEntries.isEmpty {
      unsafe c.pointee.n_stack_entries = self.stackEntries.count
      unsafe c.pointee.stack_entries = arena.strings(self.stackEntries)
    }
    if !self.detail.isEmpty {
      unsafe c.pointee.has_detail = 1
      unsafe c.pointee.detail = arena.string(self.detail)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_QuotaFailure {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.QuotaFailure", google__rpc__quota_failure__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__QuotaFailure.self)
    unsafe self.violations = copier.messages(c.pointee.n_violations, c.pointee.violations)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__QuotaFailure.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__quota_failure__type()
    if !self.violations.isEmpty {
      unsafe c.pointee.n_violations = self.violations.count
      unsafe c.pointee.violations = arena.messages(self.violations)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_QuotaFailure.Violation {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.QuotaFailure.Violation", google__rpc__quota_failure__violation__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__QuotaFailure__Violation.self)
    unsafe self.subject = copier.string(c.pointee.subject)
    unsafe self.description = copier.string(c.pointee.description)
    unsafe self.apiService = copier.string(c.pointee.api_service)
    unsafe self.quotaMetric = copier.string(c.pointee.quota_metric)
    unsafe self.quotaId = copier.string(c.pointee.quota_id)
    unsafe self.quotaDimensions = copier.map(c.pointee.n_quota_dimensions, c.pointee.quota_dimensions) { entry, copier in
      unsafe (copier.string(entry.key), copier.string(entry.value))
    }
    unsafe self.quotaValue = c.pointee.quota_value
    if unsafe c.pointee.has_future_quota_value != 0 { unsafe self.futureQuotaValue = c.pointee.future_quota_value }
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__QuotaFailure__Violation.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__quota_failure__violation__type()
    if !self.subject.isEmpty {
      unsafe c.pointee.has_subject = 1
      unsafe c.pointee.subject = arena.string(self.subject)
    }
    if !self.description.isEmpty {
      unsafe c.pointee.has_description = 1
      unsafe c.pointee.description = arena.string(self.description)
    }
    if !self.apiService.isEmpty {
      unsafe c.pointee.has_api_service = 1
      unsafe c.pointee.api_service = arena.string(self.apiService)
    }
    if !self.quotaMetric.isEmpty {
      unsafe c.pointee.has_quota_metric = 1
      unsafe c.pointee.quota_metric = arena.string(self.quotaMetric)
    }
    if !self.quotaId.isEmpty {
      unsafe c.pointee.has_quota_id = 1
      unsafe c.pointee.quota_id = arena.string(self.quotaId)
    }
    if !self.quotaDimensions.isEmpty {
      unsafe c.pointee.n_quota_dimensions = self.quotaDimensions.count
      unsafe c.pointee.quota_dimensions = arena.map(self.quotaDimensions) { key, value, entry, arena in
        unsafe entry.base.descriptor = google__rpc__quota_failure__violation__quota_dimensions_entry__type()
        unsafe entry.has_key = 1
        unsafe entry.key = arena.string(key)
        unsafe entry.has_value = 1
        unsafe entry.value = arena.string(value)
      }
    }
    if self.quotaValue != 0 {
      unsafe c.pointee.has_quota_value = 1
      unsafe c.pointee.quota_value = self.quotaValue
    }
    if let value = self.futureQuotaValue {
      unsafe c.pointee.has_future_quota_value = 1
      unsafe c.pointee.future_quota_value = value
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_PreconditionFailure {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.PreconditionFailure", google__rpc__precondition_failure__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__PreconditionFailure.self)
    unsafe self.violations = copier.messages(c.pointee.n_violations, c.pointee.violations)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__PreconditionFailure.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__precondition_failure__type()
    if !self.violations.isEmpty {
      unsafe c.pointee.n_violations = self.violations.count
      unsafe c.pointee.violations = arena.messages(self.violations)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_PreconditionFailure.Violation {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.PreconditionFailure.Violation", google__rpc__precondition_failure__violation__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__PreconditionFailure__Violation.self)
    unsafe self.type = copier.string(c.pointee.type)
    unsafe self.subject = copier.string(c.pointee.subject)
    unsafe self.description = copier.string(c.pointee.description)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__PreconditionFailure__Violation.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__precondition_failure__violation__type()
    if !self.type.isEmpty {
      unsafe c.pointee.has_type = 1
      unsafe c.pointee.type = arena.string(self.type)
    }
    if !self.subject.isEmpty {
      unsafe c.pointee.has_subject = 1
      unsafe c.pointee.subject = arena.string(self.subject)
    }
    if !self.description.isEmpty {
      unsafe c.pointee.has_description = 1
      unsafe c.pointee.description = arena.string(self.description)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_BadRequest {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.BadRequest", google__rpc__bad_request__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__BadRequest.self)
    unsafe self.fieldViolations = copier.messages(c.pointee.n_field_violations, c.pointee.field_violations)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__BadRequest.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__bad_request__type()
    if !self.fieldViolations.isEmpty {
      unsafe c.pointee.n_field_violations = self.fieldViolations.count
      unsafe c.pointee.field_violations = arena.messages(self.fieldViolations)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_BadRequest.FieldViolation {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.BadRequest.FieldViolation", google__rpc__bad_request__field_violation__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__BadRequest__FieldViolation.self)
    unsafe self.field = copier.string(c.pointee.field)
    unsafe self.description = copier.string(c.pointee.description)
    unsafe self.reason = copier.string(c.pointee.reason)
    unsafe self.localizedMessage = copier.message(c.pointee.localized_message)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__BadRequest__FieldViolation.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__bad_request__field_violation__type()
    if !self.field.isEmpty {
      unsafe c.pointee.has_field = 1
      unsafe c.pointee.field = arena.string(self.field)
    }
    if !self.description.isEmpty {
      unsafe c.pointee.has_description = 1
      unsafe c.pointee.description = arena.string(self.description)
    }
    if !self.reason.isEmpty {
      unsafe c.pointee.has_reason = 1
      unsafe c.pointee.reason = arena.string(self.reason)
    }
    if let value = self.localizedMessage { unsafe c.pointee.localized_message = arena.message(value) }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_RequestInfo {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.RequestInfo", google__rpc__request_info__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__RequestInfo.self)
    unsafe self.requestId = copier.string(c.pointee.request_id)
    unsafe self.servingData = copier.string(c.pointee.serving_data)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__RequestInfo.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__request_info__type()
    if !self.requestId.isEmpty {
      unsafe c.pointee.has_request_id = 1
      unsafe c.pointee.request_id = arena.string(self.requestId)
    }
    if !self.servingData.isEmpty {
      unsafe c.pointee.has_serving_data = 1
      unsafe c.pointee.serving_data = arena.string(self.servingData)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_ResourceInfo {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.ResourceInfo", google__rpc__resource_info__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__ResourceInfo.self)
    unsafe self.resourceType = copier.string(c.pointee.resource_type)
    unsafe self.resourceName = copier.string(c.pointee.resource_name)
    unsafe self.owner = copier.string(c.pointee.owner)
    unsafe self.description = copier.string(c.pointee.description)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__ResourceInfo.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__resource_info__type()
    if !self.resourceType.isEmpty {
      unsafe c.pointee.has_resource_type = 1
      unsafe c.pointee.resource_type = arena.string(self.resourceType)
    }
    if !self.resourceName.isEmpty {
      unsafe c.pointee.has_resource_name = 1
      unsafe c.pointee.resource_name = arena.string(self.resourceName)
    }
    if !self.owner.isEmpty {
      unsafe c.pointee.has_owner = 1
      unsafe c.pointee.owner = arena.string(self.owner)
    }
    if !self.description.isEmpty {
      unsafe c.pointee.has_description = 1
      unsafe c.pointee.description = arena.string(self.description)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_Help {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.Help", google__rpc__help__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__Help.self)
    unsafe self.links = copier.messages(c.pointee.n_links, c.pointee.links)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__Help.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__help__type()
    if !self.links.isEmpty {
      unsafe c.pointee.n_links = self.links.count
      unsafe c.pointee.links = arena.messages(self.links)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_Help.Link {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.Help.Link", google__rpc__help__link__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__Help__Link.self)
    unsafe self.description = copier.string(c.pointee.description)
    unsafe self.url = copier.string(c.pointee.url)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__Help__Link.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__help__link__type()
    if !self.description.isEmpty {
      unsafe c.pointee.has_description = 1
      unsafe c.pointee.description = arena.string(self.description)
    }
    if !self.url.isEmpty {
      unsafe c.pointee.has_url = 1
      unsafe c.pointee.url = arena.string(self.url)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}

extension Google_Rpc_LocalizedMessage {
  package static let codec = unsafe MessageCodec(
    StandardSchema.registry, "google.rpc.LocalizedMessage", google__rpc__localized_message__type()
  )

  package init(copying source: UnsafeRawPointer, _ copier: inout Copier) {
    let c = unsafe source.assumingMemoryBound(to: Google__Rpc__LocalizedMessage.self)
    unsafe self.locale = copier.string(c.pointee.locale)
    unsafe self.message = copier.string(c.pointee.message)
    unsafe self.unknownFields = copier.unknown(c.pointee.base)
  }

  package func fill(_ target: UnsafeMutableRawPointer, _ arena: inout Arena) {
    let c = unsafe target.bindMemory(to: Google__Rpc__LocalizedMessage.self, capacity: 1)
    unsafe c.pointee.base.descriptor = google__rpc__localized_message__type()
    if !self.locale.isEmpty {
      unsafe c.pointee.has_locale = 1
      unsafe c.pointee.locale = arena.string(self.locale)
    }
    if !self.message.isEmpty {
      unsafe c.pointee.has_message = 1
      unsafe c.pointee.message = arena.string(self.message)
    }
    unsafe arena.unknown(self.unknownFields, &c.pointee.base)
  }
}
