package cn.dangjian.dues;

import cn.dangjian.testkit.SettingsRules;

class SettingsTest extends SettingsRules {}
