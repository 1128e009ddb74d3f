package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.directory.DirectoryConfiguration;
import cn.dangjian.platform.directory.rows.RowsConfiguration;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.files.form.Forms;
import cn.dangjian.platform.files.form.ReasonTexts;
import cn.dangjian.platform.files.upload.UploadConfiguration;
import cn.dangjian.platform.seals.SealsConfiguration;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Lets a service take the files that it has forms for. */
@AutoConfiguration(
        after = {RowsConfiguration.class, DirectoryConfiguration.class, UploadConfiguration.class},
        before = SealsConfiguration.class)
@ConditionalOnBean(Form.class)
@EnableConfigurationProperties(IntakeSettings.class)
@Import({
    IntakeTable.class,
    RowTable.class,
    StageRows.class,
    ReceiveFile.class,
    ReadUpload.class,
    ApplyRows.class,
    IntakeWorker.class,
    Intakes.class,
    ReasonTexts.class,
    IntakeController.class,
    RejectedController.class
})
public class IntakeConfiguration {

    @Bean
    Forms forms(List<Form> all) {
        return new Forms(all);
    }

    /** Says in the document which forms there are, and what their columns mean. */
    @Bean
    OperationCustomizer formsInTheDocument(Forms forms) {
        return (operation, method) -> {
            if (method.getBeanType() != IntakeController.class || operation.getDescription() == null) return operation;
            if (!method.getMethod().getName().equals("receive")) return operation;
            String help = forms.all().stream()
                    .map(form -> form.what() + ": " + form.help())
                    .collect(Collectors.joining("\n"));
            return operation.description(operation.getDescription() + help);
        };
    }
}
