package cn.dangjian.platform.files.export;

import cn.dangjian.platform.directory.DirectoryConfiguration;
import cn.dangjian.platform.directory.desk.DeskConfiguration;
import cn.dangjian.platform.sheets.Column;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Lets a service export what it has exports for. */
@AutoConfiguration(after = {DirectoryConfiguration.class, DeskConfiguration.class})
@ConditionalOnBean(Export.class)
@Import({Exports.class, ExportController.class})
public class ExportConfiguration {

    /** Says in the document what can be exported, and with which columns. */
    @Bean
    OperationCustomizer exportsInTheDocument(List<Export> exports) {
        return (operation, method) -> {
            if (method.getBeanType() != ExportController.class || operation.getDescription() == null) return operation;
            return operation.description(operation.getDescription()
                    + exports.stream().map(ExportConfiguration::help).collect(Collectors.joining("\n")));
        };
    }

    private static String help(Export export) {
        return export.columns().stream()
                .map(Column::key)
                .collect(Collectors.joining(", ", export.what() + " " + export.title() + ": ", "."));
    }
}
