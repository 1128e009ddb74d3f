package cn.dangjian.platform.web.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;

/** Gives each body that the document describes an example, the same every time. */
class Examples {

    private final OpenAPI document;
    private final Samples samples;

    Examples(OpenAPI document) {
        this.document = document;
        this.samples = new Samples(document.getComponents().getSchemas());
    }

    void add() {
        if (document.getPaths() == null) return;
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    if (operation.getRequestBody() != null)
                        add(operation.getRequestBody().getContent());
                    operation.getResponses().values().forEach(response -> add(response.getContent()));
                });
    }

    private void add(@org.jspecify.annotations.Nullable Content content) {
        if (content == null) return;
        content.values().stream()
                .filter(type -> type.getSchema() != null && type.getExample() == null && type.getExamples() == null)
                .forEach(type -> samples.of(type.getSchema()).ifPresent(type::setExample));
    }
}
