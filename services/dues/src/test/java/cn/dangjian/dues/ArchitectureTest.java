package cn.dangjian.dues;

import cn.dangjian.testkit.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;

@AnalyzeClasses(packages = "cn.dangjian.dues", importOptions = DoNotIncludeTests.class)
class ArchitectureTest extends HouseRules {}
