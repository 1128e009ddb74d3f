package cn.dangjian.platform.files.upload;

import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.directory.rows.RowsConfiguration;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.seals.Seals;
import cn.dangjian.platform.seals.SealsConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a service that takes files of rows take large ones in pieces. */
@AutoConfiguration(
        after = {RowsConfiguration.class, TransactionAutoConfiguration.class},
        before = SealsConfiguration.class)
@ConditionalOnBean(Form.class)
@EnableConfigurationProperties(UploadSettings.class)
@Import({AppendPiece.class, UploadController.class})
public class UploadConfiguration {

    @Bean
    UploadTable uploadTable(Rows rows, Seals seals) {
        return new UploadTable(rows, seals);
    }

    @Bean
    Uploads uploads(UploadTable table, UploadSettings settings, TransactionTemplate transaction, Clock clock) {
        return new Uploads(table, settings, transaction, clock);
    }
}
