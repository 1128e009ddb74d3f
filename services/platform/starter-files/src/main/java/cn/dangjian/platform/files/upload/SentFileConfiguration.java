package cn.dangjian.platform.files.upload;

import cn.dangjian.platform.sheets.scratch.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller take its body as an {@link SentFile}. */
@AutoConfiguration
public class SentFileConfiguration implements WebMvcConfigurer {

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(new SentFileConverter());
    }

    private static final class SentFileConverter extends AbstractHttpMessageConverter<SentFile> {

        SentFileConverter() {
            super(MediaType.ALL);
        }

        @Override
        protected boolean supports(Class<?> type) {
            return type == SentFile.class;
        }

        @Override
        public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
            return false;
        }

        @Override
        protected SentFile readInternal(Class<? extends SentFile> type, HttpInputMessage message) throws IOException {
            var file = Scratch.file(".tmp");
            RequestContextHolder.currentRequestAttributes()
                    .registerDestructionCallback(file.toString(), () -> forget(file), RequestAttributes.SCOPE_REQUEST);
            var digest = sha256();
            try (var out = Files.newOutputStream(file);
                    var in = new DigestInputStream(message.getBody(), digest)) {
                long length = in.transferTo(out);
                return new SentFile(file, length, HexFormat.of().formatHex(digest.digest()));
            }
        }

        @Override
        protected void writeInternal(SentFile file, HttpOutputMessage message) {
            throw new UnsupportedOperationException();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void forget(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
