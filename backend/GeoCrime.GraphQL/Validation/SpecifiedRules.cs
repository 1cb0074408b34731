using GeoCrime.GraphQL.Validation.Rules;

namespace GeoCrime.GraphQL.Validation;

/// <summary>The rules and their order, which decides the order of errors at one node.</summary>
internal static class SpecifiedRules
{
    public static IReadOnlyList<Rule> Executable { get; } =
    [
        ExecutableDefinitions.Register,
        KnownOperationTypes.Register,
        UniqueOperationNames.Register,
        LoneAnonymousOperation.Register,
        SingleFieldSubscriptions.Register,
        KnownTypeNames.Register,
        FragmentsOnCompositeTypes.Register,
        VariablesAreInputTypes.Register,
        ScalarLeafs.Register,
        FieldsOnCorrectType.Register,
        UniqueFragmentNames.Register,
        KnownFragmentNames.Register,
        NoUnusedFragments.Register,
        PossibleFragmentSpreads.Register,
        NoFragmentCycles.Register,
        UniqueVariableNames.Register,
        NoUndefinedVariables.Register,
        NoUnusedVariables.Register,
        KnownDirectives.Register,
        UniqueDirectivesPerLocation.Register,
        KnownArgumentNames.Register,
        UniqueArgumentNames.Register,
        ValuesOfCorrectType.Register,
        ProvidedRequiredArguments.Register,
        VariablesInAllowedPosition.Register,
        OverlappingFieldsCanBeMerged.Register,
        UniqueInputFieldNames.Register,
        MaxIntrospectionDepth.Register,
    ];

    public static IReadOnlyList<Rule> TypeSystem { get; } =
    [
        LoneSchemaDefinition.Register,
        UniqueOperationTypes.Register,
        UniqueTypeNames.Register,
        UniqueEnumValueNames.Register,
        UniqueFieldDefinitionNames.Register,
        UniqueArgumentDefinitionNames.Register,
        UniqueDirectiveNames.Register,
        KnownTypeNames.Register,
        KnownDirectives.Register,
        UniqueDirectivesPerLocation.Register,
        PossibleTypeExtensions.Register,
        KnownArgumentNames.RegisterDirectives,
        UniqueArgumentNames.Register,
        UniqueInputFieldNames.Register,
        ProvidedRequiredArguments.RegisterDirectives,
    ];
}
