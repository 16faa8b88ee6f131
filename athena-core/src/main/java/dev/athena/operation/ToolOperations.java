package dev.athena.operation;

import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.RememberEpisode;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryKind;
import dev.athena.operation.Answers.Receipt;
import dev.athena.operation.Remembering.EpisodeItem;
import dev.athena.operation.Remembering.FactItem;
import dev.athena.operation.Remembering.ProcedureItem;
import dev.athena.operation.ToolAnswers.ToolMemories;
import dev.athena.principal.Namespace;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.semantic.FactMetadata;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out {@link ToolApi} in one namespace. */
public final class ToolOperations implements ToolApi {
  private final Services services;
  private final JsonBinder binder;
  private final Remembering remembering;
  private final ToolRecalling recalling;

  public ToolOperations(Services services, JsonBinder binder, Namespace namespace) {
    this.services = services;
    this.binder = binder;
    this.remembering = new Remembering(services, binder, namespace);
    this.recalling = new ToolRecalling(services, namespace);
  }

  @Override
  public Receipt remember(
      String content, MemoryKind kind, @Nullable String eventType, JsonObject metadata) {
    if (eventType != null && kind != MemoryKind.EPISODIC) {
      throw new InvalidArgument(
          "event_type is given, and kind is " + kind.wireName(),
          "send kind episodic, or leave event_type away");
    }
    Remembering.Step step =
        switch (kind) {
          case SEMANTIC -> fact(content, metadata);
          case EPISODIC -> episode(content, eventType, metadata);
          case PROCEDURAL -> procedure(content, metadata);
        };
    return services.storage().write(step::store);
  }

  @Override
  public ToolMemories recall(
      String query, int limit, @Nullable List<MemoryKind> kinds, @Nullable TimeRange timeRange) {
    return new ToolMemories(recalling.find(query, limit, kinds, timeRange));
  }

  private Remembering.Step fact(String content, JsonObject metadata) {
    FactMetadata known = (FactMetadata) read(metadata, FactMetadata.class);
    return remembering.factStep(new FactItem(MemoryKind.SEMANTIC, content, known)).get();
  }

  private Remembering.Step episode(
      String content, @Nullable String eventType, JsonObject metadata) {
    EpisodeContext context = (EpisodeContext) read(metadata, EpisodeContext.class);
    String type = eventType == null ? RememberEpisode.DEFAULT_TYPE : eventType;
    return remembering
        .episodeStep(new EpisodeItem(MemoryKind.EPISODIC, content, type, context))
        .get();
  }

  private Remembering.Step procedure(String description, JsonObject metadata) {
    String name =
        metadata
            .text("name")
            .orElseThrow(() ->
                new InvalidArgument(
                    "metadata.name is missing",
                    "a procedure is known by its name, such as rotate_logs"));
    Map<String, Json> rest = new LinkedHashMap<>(metadata.members());
    rest.remove("name");
    ProcedureMetadata known =
        (ProcedureMetadata) read(new JsonObject(rest), ProcedureMetadata.class);
    return remembering
        .procedureStep(new ProcedureItem(MemoryKind.PROCEDURAL, name, description, known))
        .get();
  }

  private Object read(JsonObject metadata, Type type) {
    return binder.read(metadata, type, "metadata");
  }
}
