package dev.athena.operation;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditOutcome;
import dev.athena.error.ErrorCode;
import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.operation.PrivacyAnswers.AuditPage;
import dev.athena.operation.PrivacyAnswers.Erased;
import dev.athena.operation.PrivacyAnswers.PrivacyStatus;
import dev.athena.operation.PrivacyAnswers.RememberedPrivately;
import dev.athena.operation.PrivacyAnswers.UntokenizedEvent;
import dev.athena.principal.Grant;
import dev.athena.privacy.PrivatePattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is private, who may see it, and who did. */
@Category(name = "privacy", summary = "Keep secrets and personal data out of the memory.")
public interface PrivacyApi {
  /** Why what is declared is not redacted. */
  String DECLARED = "it says what is private, and is kept sealed beside the vault";

  @Operation(
      category = "privacy",
      grant = Grant.WRITE,
      effect = Effect.ADDS,
      privately = true,
      summary = "Remembers something with pseudonyms for all that is sensitive, and says how many.",
      keywords = "save store secret password redact anonymize mask pii tokenize hide",
      details =
          """
          Like remember, whatever the settings say: secrets and personal data are replaced before \
          anything is stored. The same value always gets the same pseudonym, such as \
          [EMAIL_07q2m9xw4tz8p], and a question that names the value finds what holds its \
          pseudonym.\
          """,
      returns = "The id, how many parts were replaced, and how many of each type.",
      example =
          """
          {"content": "Wrote to ann.smith@example.org about the invoice."}\
          """)
  RememberedPrivately rememberWithPrivacy(
      @Doc("What happened, is true, or is to be done.") String content,
      @Doc(value = "episodic, semantic or procedural.", ifAbsent = "\"episodic\"") MemoryKind kind,
      @Doc("What sort of event; only with kind episodic.") @Nullable String eventType,
      @Doc(value = "As that remember takes it; a procedure needs a name in it.", ifAbsent = "{}")
          JsonObject metadata);

  @Operation(
      category = "privacy",
      grant = Grant.REVEAL,
      effect = Effect.READS,
      summary = "Reads an episode with what stands behind its pseudonyms.",
      keywords = "reveal detokenize untokenize original real value unmask",
      details =
          """
          Needs a permission that whoever runs this Athena gave, for this principal, purpose and \
          type; without one it is refused. Credentials are never shown. Each request is in the \
          audit with its reason, granted or not; 120 are granted in an hour. Programs in a sandbox \
          cannot call it.\
          """,
      returns = "The episode, and which pseudonyms stay.",
      example =
          """
          {"id": "$episodic", "reason": "Answering the customer who wrote to us."}\
          """,
      failsWith = {ErrorCode.NOT_FOUND, ErrorCode.PERMISSION_DENIED, ErrorCode.RATE_LIMITED})
  UntokenizedEvent getEventUntokenized(
      @Doc("The id that remember or recall gave.") MemoryId id,
      @Doc("Why it has to be seen, in a sentence.") String reason,
      @Doc(value = "That of the permission.", ifAbsent = "\"review\"") String purpose);

  @Operation(
      category = "privacy",
      grant = Grant.GOVERN,
      effect = Effect.CHANGES,
      summary = "Switches on or off that all that is written is redacted.",
      keywords = "turn on off redaction anonymize automatic tokenization enable disable",
      details =
          """
          It is on unless switched off. What is in the memory is looked through \
          again in the background, and rewritten where something in it is private now. Names and patterns \
          are what is private here besides: customers, projects, numbers of contracts. Each list \
          takes the place of the one there; what is left away stays. A pattern is tried on its \
          examples first. The change is in the audit, without what was declared.\
          """,
      returns = "What is private now.",
      example =
          """
          {"enabled": true, "names": ["Morwenna Pascoe"],
           "patterns": [{"id": "contract", "expression": "CTR-[0-9]{6}", "keywords": ["ctr-"],
                         "examples": ["signed CTR-104233 today"]}]}\
          """)
  PrivacyStatus enableAutoTokenization(
      @Doc(value = "Whether it is to be on.", ifAbsent = "true") boolean enabled,
      @Doc("Up to 200, each tried on its examples.") @Verbatim(DECLARED)
          @Nullable List<PrivatePattern> patterns,
      @Doc("Names and terms, found as whole words in any case; up to 100,000.") @Verbatim(DECLARED)
          @Nullable List<String> names);

  @Operation(
      category = "privacy",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Tells whether writing is redacted, and how many values have pseudonyms.",
      keywords = "privacy state count redaction tokens how many",
      details = "Counts are those of the whole tenant.",
      returns = "What is private now.",
      example = "{}")
  PrivacyStatus checkTokenizationStatus();

  @Operation(
      category = "privacy",
      grant = Grant.GOVERN,
      effect = Effect.REMOVES,
      summary = "Erases all that is kept of somebody, in all projects.",
      keywords = "gdpr right person customer personal data everything about",
      details =
          """
          The value is a name, an address or whatever else stands in the memory or behind a \
          pseudonym. Memories that mention it are removed, and so are files that programs left in \
          their sessions; programs that do lose their source, and nothing stands behind its \
          pseudonyms any more. Files with what was known of it are deleted, and others that may \
          hold it are told. With dry_run nothing is erased. It is \
          looked for again at last, and what was found is signed. An erasure that is interrupted \
          is finished when Athena runs again.\
          """,
      returns = "What was removed where, and what was left, signed.",
      example =
          """
          {"value": "nobody@example.org", "dry_run": true}\
          """)
  Erased eraseSubject(
      @Doc("A name, an address or another value, of 2 to 1,000 characters.")
          @Verbatim("it is looked for, and kept only until it is erased, in the vault")
          String value,
      @Doc(value = "Only say what would be erased.", ifAbsent = "false") boolean dryRun);

  @Operation(
      category = "privacy",
      grant = Grant.GOVERN,
      effect = Effect.READS,
      summary = "Lists who saw, changed or removed what is private.",
      keywords = "log history who when accountability compliance trail",
      details = "The newest first. Up to 200 a page. Records hold no values.",
      returns = "Records, and a cursor where there are more.",
      example =
          """
          {"action": "reveal", "limit": 10}\
          """)
  AuditPage listPrivacyAudit(
      @Doc("Only of this sort.") @Nullable AuditAction action,
      @Doc("Only what ended so.") @Nullable AuditOutcome outcome,
      @Doc("24h, 7d, today, yesterday, this_week, last_week, this_month or {from, to}.")
          @Nullable TimeRange timeRange,
      @Doc(value = "1 to 200.", ifAbsent = "50") int limit,
      @Doc("From the page before.") @Verbatim("Athena made it") @Nullable String cursor);
}
