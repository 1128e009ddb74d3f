package com.fasterxml.jackson.databind;

/** Stands for the old Jackson, which is not on the class path. */
public class JsonNode {}
