package cn.dangjian.platform.files.trial;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class TrialApplication {}
