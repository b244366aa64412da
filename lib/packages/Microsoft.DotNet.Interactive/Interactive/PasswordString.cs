namespace Microsoft.DotNet.Interactive;

/// <summary>A secret that does not show itself when it is displayed or printed.</summary>
public class PasswordString(string clearTextPassword)
{
    public string GetClearTextPassword() => clearTextPassword;

    public override string ToString() => "********";
}
